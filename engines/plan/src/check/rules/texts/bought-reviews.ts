import { practiceRule } from '../../practice-rule.ts'

export const boughtReviews = practiceRule({
  id: 'bought-reviews',
  practice: 'boughtReviews',
  rows: ['P13.03', 'P12.16', 'X09'],
  nameZh: '虚假或有偿评价',
  nameEn: 'bought or removed reviews',
  suggestionZh: '改用合规办法：不以好评为条件的评价邀请、试用报告、修复服务与描述问题、公开回复差评',
  suggestionEn: 'Invite reviews without conditions, run trials, repair the service and answer bad reviews in public',
})
