import { parseSpans } from '@zhanggui/clocks'
import { defineResource } from '../../../admin/resources/define-resource.ts'
import { type TextRule, textField } from '../../../admin/resources/resource-fields.ts'

const SPANS: TextRule = {
  holds: (text) => parseSpans(text).ok,
  zh: '应为 09:00-12:00, 13:30-18:00 这样的时段；夜班写 22:00-06:00；不上班写 休；全天写 全天',
  en: 'must be spans such as 09:00-12:00, 13:30-18:00; a night as 22:00-06:00; 休 for closed, 全天 for the whole day',
}

const spansField = (nameZh: string, nameEn: string, help: { helpZh?: string; helpEn?: string } = {}) =>
  textField({ nameZh, nameEn, max: 100, rule: SPANS, ...help })

const WEEKDAYS = [
  ['monday', '周一', 'Monday'],
  ['tuesday', '周二', 'Tuesday'],
  ['wednesday', '周三', 'Wednesday'],
  ['thursday', '周四', 'Thursday'],
  ['friday', '周五', 'Friday'],
  ['saturday', '周六', 'Saturday'],
  ['sunday', '周日', 'Sunday'],
] as const

/** The fields of a week, Monday first. */
export const WEEKDAY_FIELDS = WEEKDAYS.map(([id]) => id)

/** When a team works; ladders name the hours in which their clocks run. */
export const SERVICE_HOURS = defineResource({
  id: 'service-hours',
  nameZh: '服务时间',
  nameEn: 'Service hours',
  area: 'live',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 40 }),
    ...Object.fromEntries(WEEKDAYS.map(([id, zh, en]) => [id, spansField(zh, en)])),
    holiday: spansField('法定节假日', 'Statutory holidays', { helpZh: '空着为休息', helpEn: 'Empty: closed' }),
    makeUpDay: spansField('调休上班日', 'Days worked in lieu', {
      helpZh: '空着与周一相同',
      helpEn: 'Empty: as on Monday',
    }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'store:manage' },
})
