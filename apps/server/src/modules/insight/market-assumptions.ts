import { defineResource } from '../admin/resources/define-resource.ts'
import { choiceField, dayField, longTextField, ratioField, textField } from '../admin/resources/resource-fields.ts'

/** What a plan takes for granted about the market, with where it comes from and how long it holds (P1.08). */
export const MARKET_ASSUMPTIONS = defineResource({
  id: 'market-assumptions',
  nameZh: '市场假设',
  nameEn: 'Market assumptions',
  area: 'insight',
  fields: {
    title: textField({ nameZh: '假设', nameEn: 'Assumption', required: true, max: 300 }),
    value: textField({
      nameZh: '数值',
      nameEn: 'Value',
      max: 120,
      helpZh: '如 同比 +12%',
      helpEn: 'Such as +12% on last year',
    }),
    source: textField({ nameZh: '来源', nameEn: 'Source', required: true, max: 300 }),
    sourceDay: dayField({ nameZh: '来源日期', nameEn: 'Date of the source', required: true }),
    expiresDay: dayField({
      nameZh: '失效日期',
      nameEn: 'No longer holds from',
      required: true,
      helpZh: '到这一天需要重新核实',
      helpEn: 'On this day it has to be looked at again',
    }),
    metric: textField({
      nameZh: '本店对照指标',
      nameEn: 'Own metric',
      max: 80,
      helpZh: '指标编号，如 cpc；填写后会用本店数据核对',
      helpEn: 'Id of a metric, such as cpc; it is then held against the shop’s own data',
    }),
    basis: choiceField({
      nameZh: '对照方式',
      nameEn: 'Compared as',
      choices: [
        { value: 'yoy', nameZh: '同比变化', nameEn: 'Change on last year' },
        { value: 'value', nameZh: '数值本身', nameEn: 'Value itself' },
      ],
    }),
    low: ratioField({
      nameZh: '不低于',
      nameEn: 'At least',
      min: -1e12,
      max: 1e12,
      helpZh: '0.12 或 12%；金额以元计',
      helpEn: '0.12 or 12%; money in yuan',
    }),
    high: ratioField({ nameZh: '不高于', nameEn: 'At most', min: -1e12, max: 1e12 }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['title'],
  states: [
    { id: 'current', nameZh: '有效', nameEn: 'Current', next: ['withdrawn'] },
    { id: 'withdrawn', nameZh: '已撤回', nameEn: 'Withdrawn', next: ['current'] },
  ],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
