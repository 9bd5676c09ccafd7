import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** The record of what was said with the platform manager (小二): requirements, event appointments, layout approvals (P16.03). */
export const LIAISON_LOG = defineResource({
  id: 'liaison-log',
  nameZh: '小二沟通记录',
  nameEn: 'Liaison log',
  area: 'goals',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    day: dayField({ nameZh: '日期', nameEn: 'Day', required: true }),
    contact: textField({ nameZh: '小二', nameEn: 'Platform manager', required: true, max: 80 }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'requirement', nameZh: '平台要求', nameEn: 'Requirement' },
        { value: 'appointment', nameZh: '活动预约', nameEn: 'Event appointment' },
        { value: 'layout', nameZh: '页面审核', nameEn: 'Layout approval' },
        { value: 'other', nameZh: '其他', nameEn: 'Other' },
      ],
    }),
    text: longTextField({ nameZh: '内容', nameEn: 'What was said', required: true }),
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
    dueDay: dayField({ nameZh: '期限', nameEn: 'Due' }),
    evidence: longTextField({ nameZh: '凭证', nameEn: 'Evidence' }),
  },
  keyFields: ['code'],
  states: [
    { id: 'open', nameZh: '待办', nameEn: 'Open', next: ['done', 'dropped'] },
    { id: 'done', nameZh: '已办', nameEn: 'Done', next: ['open'] },
    { id: 'dropped', nameZh: '不办', nameEn: 'Dropped', next: ['open'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
