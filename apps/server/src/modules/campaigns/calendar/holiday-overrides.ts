import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** Days that the shop states itself: a notice that the data does not have yet, or an own arrangement. They win over the data. */
export const HOLIDAY_OVERRIDES = defineResource({
  id: 'holiday-overrides',
  nameZh: '节假日调整',
  nameEn: 'Holiday overrides',
  area: 'campaigns',
  fields: {
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    kind: choiceField({
      nameZh: '安排',
      nameEn: 'Is',
      required: true,
      choices: [
        { value: 'holiday', nameZh: '休', nameEn: 'A day off' },
        { value: 'makeUpWorkday', nameZh: '班（调休）', nameEn: 'Worked in lieu' },
        { value: 'workday', nameZh: '工作日', nameEn: 'An ordinary workday' },
      ],
    }),
    name: textField({
      nameZh: '名称',
      nameEn: 'Name',
      max: 40,
      helpZh: '如 春节、国庆节',
      helpEn: 'Such as Spring Festival',
    }),
    note: longTextField({
      nameZh: '依据',
      nameEn: 'Source',
      helpZh: '如 国务院通知的日期',
      helpEn: 'Such as the date of the notice',
    }),
  },
  keyFields: ['day'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
