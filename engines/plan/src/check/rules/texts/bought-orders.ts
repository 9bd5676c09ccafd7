import { practiceRule } from '../../practice-rule.ts'

export const boughtOrders = practiceRule({
  id: 'bought-orders',
  practice: 'boughtOrders',
  rows: ['P13.03', 'P4.16', 'X09'],
  nameZh: '虚假订单（刷单、补单）',
  nameEn: 'bought orders',
  suggestionZh: '改用合规办法：新品试用、会员专享价、老客回购、搜索与人群广告，以真实订单积累基础销量',
  suggestionEn: 'Use trials, member offers, returning buyers and ads: base sales have to be real orders',
})
