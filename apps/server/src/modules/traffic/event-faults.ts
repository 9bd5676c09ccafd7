import type { EventsResult } from '@zhanggui/contract'
import { EVENT_TYPES } from '@zhanggui/facts'

export type RejectedEvent = EventsResult['rejected'][number]

/** Why an event is not taken. `{…}` places are filled from `facts`; each message says what to do. */
const FAULTS = {
  invalid_json: {
    zh: '这一行不是合法的 JSON，请每行放一个事件对象。',
    en: 'This line is not valid JSON; put one event object on each line.',
  },
  not_an_object: { zh: '事件应是一个 JSON 对象。', en: 'An event is a JSON object.' },
  unknown_field: {
    zh: '没有“{field}”这个字段，请检查拼写或去掉它。',
    en: 'There is no field "{field}"; check its spelling or leave it out.',
  },
  missing_field: { zh: '缺少必填字段“{field}”。', en: 'The required field "{field}" is missing.' },
  wrong_type: {
    zh: '字段“{field}”的类型不对，应为 {expected}。',
    en: 'The field "{field}" has the wrong type; {expected} is expected.',
  },
  wrong_length: {
    zh: '字段“{field}”太短或太长，请看文档中的长度限制。',
    en: 'The field "{field}" is too short or too long; see its limit in the docs.',
  },
  out_of_range: {
    zh: '字段“{field}”超出允许范围，请检查单位（金额为分）。',
    en: 'The field "{field}" is out of range; check its unit (money is in cents).',
  },
  unsupported_version: {
    zh: '不支持这个版本的事件格式，请使用 v=1。',
    en: 'This version of the event format is not supported; use v=1.',
  },
  unknown_type: {
    zh: `事件类型不在列表中，可用：${EVENT_TYPES.join('、')}。`,
    en: `The event type is not known; use one of ${EVENT_TYPES.join(', ')}.`,
  },
  invalid_instant: {
    zh: '时间应为带时区的 ISO 8601，例如 2026-11-11T00:00:00.000+08:00。',
    en: 'The time must be ISO 8601 with a zone, such as 2026-11-11T00:00:00.000+08:00.',
  },
  in_future: {
    zh: '事件时间比服务器时间超前太多，请校准设备时钟后重发。',
    en: 'The event lies too far ahead of the server clock; correct the device clock and send it again.',
  },
  too_old: {
    zh: '事件时间早于 2000 年，请检查时间单位。',
    en: 'The event is older than the year 2000; check the unit of its time.',
  },
  unstorable_text: {
    zh: '字段“{field}”含有无法保存的字符（NUL 或残缺的表情符号），请去掉后重发。',
    en: 'The field "{field}" holds characters that cannot be stored (NUL or half an emoji); remove them and send again.',
  },
} as const

export type EventFault = { code: keyof typeof FAULTS; field: string; expected?: string }

const fill = (text: string, fault: EventFault): string =>
  text.replace('{field}', fault.field).replace('{expected}', fault.expected ?? '')

/** The fault as the contract tells it; the offending value is left out, it may be personal. */
export function toRejectedEvent(index: number, fault: EventFault): RejectedEvent {
  const { zh, en } = FAULTS[fault.code]
  return { index, field: fault.field, code: fault.code, message: fill(zh, fault), messageEn: fill(en, fault) }
}
