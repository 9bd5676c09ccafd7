import { defineResource } from '../../admin/resources/define-resource.ts'
import { dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** What agency and merchant agreed when they met (P16.03). */
export const MEETING_NOTES = defineResource({
  id: 'meeting-notes',
  nameZh: '会议纪要',
  nameEn: 'Meeting notes',
  area: 'goals',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    title: textField({ nameZh: '主题', nameEn: 'Title', required: true }),
    people: textField({ nameZh: '参加人', nameEn: 'People', max: 500 }),
    notes: longTextField({ nameZh: '纪要', nameEn: 'Notes', required: true, max: 20_000 }),
    decisions: longTextField({ nameZh: '决定', nameEn: 'Decisions' }),
    plan: textField({
      nameZh: '规划',
      nameEn: 'Plan',
      max: 80,
      helpZh: '规划编号，如 plan-2027',
      helpEn: 'Id of the plan',
    }),
    task: textField({
      nameZh: '任务',
      nameEn: 'Task',
      max: 80,
      helpZh: '规划里的任务编号',
      helpEn: 'Id of the task in it',
    }),
    dueDay: dayField({ nameZh: '跟进日期', nameEn: 'Follow up on' }),
  },
  keyFields: ['code'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
