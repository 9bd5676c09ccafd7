import { defineResource } from '../../admin/resources/define-resource.ts'
import { choiceField, dayField, integerField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

const COUNT_MAX = 1_000_000_000

/** What a campaign needs besides what its plan already says: people, money, goods, technology, partners (P4.17). */
export const RESOURCE_NEEDS = defineResource({
  id: 'resource-needs',
  nameZh: '资源需求',
  nameEn: 'Resource needs',
  area: 'budget',
  fields: {
    plan: textField({ nameZh: '规划编号', nameEn: 'Plan', required: true, max: 80 }),
    event: textField({ nameZh: '活动编号', nameEn: 'Campaign', required: true, max: 80 }),
    kind: choiceField({
      nameZh: '类别',
      nameEn: 'Kind',
      required: true,
      choices: [
        { value: 'people', nameZh: '人员', nameEn: 'People' },
        { value: 'money', nameZh: '资金', nameEn: 'Money' },
        { value: 'goods', nameZh: '货品', nameEn: 'Goods' },
        { value: 'technology', nameZh: '技术', nameEn: 'Technology' },
        { value: 'partners', nameZh: '合作方', nameEn: 'Partners' },
      ],
    }),
    name: textField({ nameZh: '需求', nameEn: 'Need', required: true, max: 120, headers: ['资源', '名称'] }),
    needed: integerField({ nameZh: '需要', nameEn: 'Needed', required: true, min: 0, max: COUNT_MAX }),
    available: integerField({
      nameZh: '已落实',
      nameEn: 'Available',
      min: 0,
      max: COUNT_MAX,
      helpZh: '留空表示还没有人确认',
      helpEn: 'Empty: nobody has said yet',
    }),
    unit: textField({ nameZh: '单位', nameEn: 'Unit', max: 20 }),
    dueDay: dayField({ nameZh: '最晚日期', nameEn: 'Due' }),
    owner: textField({ nameZh: '负责人', nameEn: 'Owner', max: 120 }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['plan', 'event', 'kind', 'name'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
