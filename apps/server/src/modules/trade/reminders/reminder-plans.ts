import type { ReminderPlan } from '@zhanggui/orders'
import { CAMPAIGN_PHASES, type CampaignPhase } from '@zhanggui/playbooks'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import {
  booleanField,
  choiceField,
  integerField,
  jsonField,
  ratioField,
  textField,
} from '../../admin/resources/resource-fields.ts'
import { resources } from '../../admin/schema.ts'

/** Where a plan says nothing: nobody is woken, two messages a day at most, a tenth of the people left alone, three days to pay. */
const DEFAULTS = { quietFromHour: 22, quietUntilHour: 8, perDay: 2, holdOut: 0.1, measureHours: 72 }

const MINUTES_MAX = 43_200
const Phases = z.array(z.enum(CAMPAIGN_PHASES)).max(CAMPAIGN_PHASES.length)

/** Minutes parted by commas, as a person writes them. */
const MINUTES = {
  holds: (text: string) =>
    /^\d{1,5}(\s*[,，、]\s*\d{1,5}){0,4}$/.test(text.trim()) && minutesOf(text).every((n) => n <= MINUTES_MAX),
  zh: '应为最多五个分钟数，用逗号分隔，如 10,60',
  en: 'must be at most five numbers of minutes parted by commas, such as 10,60',
}

function minutesOf(text: unknown): number[] {
  return typeof text === 'string' ? text.split(/[,，、]/).map((part) => Number(part.trim())) : []
}

/** 催付: which unpaid orders are spoken of, when, by what way, how often at most, and how many people are left alone to compare (P7.10). */
export const PAYMENT_REMINDERS = defineResource({
  id: 'payment-reminders',
  nameZh: '催付计划',
  nameEn: 'Payment reminders',
  area: 'trade',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 40 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60 }),
    part: choiceField({
      nameZh: '催什么',
      nameEn: 'What is due',
      required: true,
      choices: [
        { value: 'whole', nameZh: '待付款订单', nameEn: 'Unpaid orders' },
        { value: 'balance', nameZh: '预售尾款', nameEn: 'Presale balances' },
      ],
    }),
    afterMinutes: textField({
      nameZh: '可付款后（分钟）',
      nameEn: 'Minutes after it can be paid',
      rule: MINUTES,
      helpZh: '下单后，或尾款开付后；多次用逗号分隔',
      helpEn: 'After placing, or after the balance opens; several parted by commas',
    }),
    beforeEndMinutes: textField({
      nameZh: '截止前（分钟）',
      nameEn: 'Minutes before it ends',
      rule: MINUTES,
      helpZh: '订单自动关闭或尾款截止之前',
      helpEn: 'Before the order lapses or the balance is forfeited',
    }),
    channel: choiceField({
      nameZh: '方式',
      nameEn: 'Way',
      required: true,
      choices: [
        { value: 'push', nameZh: '站内消息', nameEn: 'In-app message' },
        { value: 'sms', nameZh: '短信', nameEn: 'SMS' },
        { value: 'wecom', nameZh: '企业微信', nameEn: 'WeCom' },
        { value: 'call', nameZh: '电话', nameEn: 'Call' },
      ],
    }),
    gateway: textField({
      nameZh: '发送通道',
      nameEn: 'Sent through',
      max: 60,
      helpZh: '告警通知里一个 Webhook 通道的 ID；留空只记录不发送',
      helpEn: 'Id of a webhook among the notice channels; empty: recorded, not sent',
    }),
    perDay: integerField({ nameZh: '每人每天最多（条）', nameEn: 'Most a person a day', min: 1, max: 10 }),
    quietFromHour: integerField({ nameZh: '免打扰开始（时）', nameEn: 'Quiet from (hour)', min: 0, max: 23 }),
    quietUntilHour: integerField({ nameZh: '免打扰结束（时）', nameEn: 'Quiet until (hour)', min: 0, max: 23 }),
    holdOut: ratioField({
      nameZh: '对照比例',
      nameEn: 'Left alone',
      max: 0.5,
      helpZh: '按人随机留出、不催，用来量出催付带来多少；0.1 表示 10%',
      helpEn: 'People left alone by lot, so that what reminders bring is measured; 0.1 is 10%',
    }),
    measureHours: integerField({
      nameZh: '统计时长（小时）',
      nameEn: 'Measured for (hours)',
      min: 1,
      max: 720,
      helpZh: '首次催付时刻起多久内的付款计入',
      helpEn: 'Payments count for so long after the first reminder was due',
    }),
    phases: jsonField({
      nameZh: '只在活动阶段',
      nameEn: 'Only in phases',
      schema: Phases,
      helpZh: '如 ["burst","closing"] 只在爆发与收尾；留空为一直',
      helpEn: 'Such as ["burst","closing"]; empty: always',
    }),
    isOn: booleanField({ nameZh: '启用', nameEn: 'On', required: true }),
  },
  keyFields: ['code'],
  rules: [
    {
      field: 'afterMinutes',
      holds: ({ afterMinutes, beforeEndMinutes }) => afterMinutes !== null || beforeEndMinutes !== null,
      zh: '“可付款后”和“截止前”至少填一个',
      en: 'give at least one of the two times',
    },
  ],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

export type ReminderChannel = 'push' | 'sms' | 'wecom' | 'call'
/** A plan as it runs. `gateway` is the notice channel it leaves by, '' for none; `phases` empty for always. */
export type ShopReminderPlan = ReminderPlan & {
  code: string
  name: string
  channel: ReminderChannel
  gateway: string
  measureHours: number
  phases: readonly CampaignPhase[]
  isOn: boolean
}

type Data = Record<string, unknown>
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

const planOf = (data: Data): ShopReminderPlan => ({
  code: String(data.code),
  name: String(data.name),
  part: data.part === 'balance' ? 'balance' : 'whole',
  afterMinutes: minutesOf(data.afterMinutes),
  beforeEndMinutes: minutesOf(data.beforeEndMinutes),
  channel: data.channel as ReminderChannel,
  gateway: String(data.gateway ?? ''),
  perDay: numberOr(data.perDay, DEFAULTS.perDay),
  quietFrom: numberOr(data.quietFromHour, DEFAULTS.quietFromHour) * 60,
  quietUntil: numberOr(data.quietUntilHour, DEFAULTS.quietUntilHour) * 60,
  holdOutBp: Math.round(numberOr(data.holdOut, DEFAULTS.holdOut) * 10_000),
  measureHours: numberOr(data.measureHours, DEFAULTS.measureHours),
  phases: Array.isArray(data.phases) ? (data.phases as CampaignPhase[]) : [],
  isOn: data.isOn === true,
})

/** The plans of a shop, in the order in which they were made. */
export const readReminderPlans = async (context: Context, store: string): Promise<ShopReminderPlan[]> =>
  (await readAllRows(context, PAYMENT_REMINDERS, store)).map(({ data }) => planOf(data))

/** Shops that have ever declared a plan: the clock asks no others. */
export async function storesWithReminders(context: Context): Promise<string[]> {
  const rows = await context.records.db
    .selectDistinct({ store: resources.store })
    .from(resources)
    .where(eq(resources.resource, PAYMENT_REMINDERS.id))
  return rows.map(({ store }) => store)
}
