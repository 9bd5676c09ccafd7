import { practiceRule } from '../../practice-rule.ts'

export const personalPricing = practiceRule({
  id: 'personal-pricing',
  practice: 'personalPricing',
  rows: ['P13.03', 'P13.07'],
  nameZh: '按人抬价（杀熟）',
  nameEn: 'prices by willingness to pay',
  suggestionZh: '价格对所有人一致并公开；优惠按会员等级、新客、数量等公开条件给',
  suggestionEn:
    'Show everybody the same price; give discounts by open conditions such as tier, first order or quantity',
})
