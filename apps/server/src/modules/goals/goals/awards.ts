import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** Awards and certifications that the brand applies for, with their deadlines (P2.21). */
export const AWARDS = defineResource({
  id: 'awards',
  nameZh: '奖项与认证',
  nameEn: 'Awards and certifications',
  area: 'goals',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 120 }),
    organiser: textField({ nameZh: '主办方', nameEn: 'Organiser', required: true, max: 120 }),
    kind: choiceField({
      nameZh: '类型',
      nameEn: 'Kind',
      choices: [
        { value: 'award', nameZh: '奖项', nameEn: 'Award' },
        { value: 'certification', nameZh: '认证', nameEn: 'Certification' },
      ],
    }),
    applyByDay: dayField({ nameZh: '申报截止', nameEn: 'Apply by', required: true }),
    owner: textField({ nameZh: '负责人', nameEn: 'Owner', max: 120 }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['name', 'applyByDay'],
  states: [
    { id: 'planned', nameZh: '待申报', nameEn: 'To apply for', next: ['applied', 'dropped'] },
    { id: 'applied', nameZh: '已申报', nameEn: 'Applied for', next: ['won', 'lost', 'planned'] },
    { id: 'won', nameZh: '已获得', nameEn: 'Won', next: [] },
    { id: 'lost', nameZh: '未获得', nameEn: 'Not won', next: [] },
    { id: 'dropped', nameZh: '不再申报', nameEn: 'Dropped', next: ['planned'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
