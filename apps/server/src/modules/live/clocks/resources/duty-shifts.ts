import { DUTY_LEVELS, parseSpans } from '@zhanggui/clocks'
import { defineResource } from '../../../admin/resources/define-resource.ts'
import {
  booleanField,
  choiceField,
  dayField,
  type TextRule,
  textField,
} from '../../../admin/resources/resource-fields.ts'

const LEVEL_NAMES = {
  first: { nameZh: '一线', nameEn: 'First' },
  second: { nameZh: '二线', nameEn: 'Second' },
  lead: { nameZh: '负责人', nameEn: 'Lead' },
} as const

const SPAN: TextRule = {
  holds(text) {
    const spans = parseSpans(text)
    return spans.ok && spans.value.length > 0
  },
  zh: '应为 08:00-16:00 这样的时段，夜班写 20:00-08:00',
  en: 'must be a span such as 08:00-16:00; a night as 20:00-08:00',
}

/** Who is on duty when: a row a person and shift, typed, imported or proposed. */
export const DUTY_SHIFTS = defineResource({
  id: 'duty-shifts',
  nameZh: '值班表',
  nameEn: 'Duty rota',
  area: 'live',
  fields: {
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    person: textField({
      nameZh: '值班人',
      nameEn: 'Person',
      required: true,
      max: 120,
      helpZh: '登录邮箱；写邮箱才能呼叫到本人',
      helpEn: 'The e-mail they sign in with, so that a call reaches them',
      headers: ['姓名', '邮箱'],
    }),
    level: choiceField({
      nameZh: '级别',
      nameEn: 'Level',
      required: true,
      choices: DUTY_LEVELS.map((value) => ({ value, ...LEVEL_NAMES[value] })),
    }),
    hours: textField({
      nameZh: '时段',
      nameEn: 'Hours',
      max: 60,
      rule: SPAN,
      helpZh: '空着为全天',
      helpEn: 'Empty: the whole day',
    }),
    standby: booleanField({
      nameZh: '在家待命',
      nameEn: 'On call at home',
      helpZh: '待命不计工时',
      helpEn: 'Being on call is no working time',
    }),
    skill: textField({ nameZh: '技能', nameEn: 'Skill', max: 60 }),
  },
  keyFields: ['day', 'person', 'level', 'hours'],
  permissions: { read: 'plan:read', write: 'live:act' },
})
