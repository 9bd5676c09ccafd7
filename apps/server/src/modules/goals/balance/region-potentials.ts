import { defineResource } from '../../admin/resources/define-resource.ts'
import { dayField, integerField, textField } from '../../admin/resources/resource-fields.ts'

/** How many people could buy in a region, where the shop knows better than the census does (P2.11). */
export const REGION_POTENTIALS = defineResource({
  id: 'region-potentials',
  nameZh: '区域潜力',
  nameEn: 'Potential of regions',
  area: 'goals',
  fields: {
    region: textField({
      nameZh: '区域',
      nameEn: 'Region',
      required: true,
      max: 60,
      helpZh: '与订单里的省份同名，如 四川',
      helpEn: 'Named as in the orders, such as 四川',
    }),
    people: integerField({
      nameZh: '目标人群（人）',
      nameEn: 'People in the target group',
      required: true,
      min: 1,
      max: 2_000_000_000,
      helpZh: '可能购买的人数',
      helpEn: 'How many people could buy',
    }),
    source: textField({ nameZh: '来源', nameEn: 'Source', required: true, max: 300 }),
    sourceDay: dayField({ nameZh: '来源日期', nameEn: 'Date of the source', required: true }),
  },
  keyFields: ['region'],
  states: [
    { id: 'current', nameZh: '有效', nameEn: 'Current', next: ['withdrawn'] },
    { id: 'withdrawn', nameZh: '已撤回', nameEn: 'Withdrawn', next: ['current'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
