import { defineResource } from '../resources/define-resource.ts'
import { dayField, integerField, longTextField, moneyField } from '../resources/resource-fields.ts'

/** What the own content team cost and made in a month, to be held against a partner's (P4.14). */
export const CONTENT_MONTHS = defineResource({
  id: 'content-months',
  nameZh: '自营内容月报',
  nameEn: 'Own content by month',
  area: 'admin',
  fields: {
    month: dayField({
      nameZh: '月份',
      nameEn: 'Month',
      required: true,
      helpZh: '每月 1 日，如 2026-11-01',
      helpEn: 'Its first day, such as 2026-11-01',
    }),
    pieces: integerField({ nameZh: '验收内容条数', nameEn: 'Pieces accepted', required: true, min: 0, max: 1_000_000 }),
    paidCents: moneyField({ nameZh: '内容带来支付金额', nameEn: 'Paid through content', required: true }),
    salaryCents: moneyField({ nameZh: '人工成本', nameEn: 'Salaries', required: true }),
    makingCents: moneyField({ nameZh: '拍摄与样品', nameEn: 'Shooting and samples', required: true }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['month'],
  rules: [
    {
      field: 'month',
      holds: ({ month }) => typeof month === 'string' && month.endsWith('-01'),
      zh: '应为每月 1 日',
      en: 'is the first day of a month',
    },
  ],
  permissions: { read: 'profit:read', write: 'budget:post' },
})
