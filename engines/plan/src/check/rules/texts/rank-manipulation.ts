import { practiceRule } from '../../practice-rule.ts'

export const rankManipulation = practiceRule({
  id: 'rank-manipulation',
  practice: 'rankManipulation',
  rows: ['P13.03', 'X09'],
  nameZh: '人为操纵排名、流量或人气',
  nameEn: 'manipulated ranks or traffic',
  suggestionZh: '改用合规办法：标题与主图优化、关键词广告、内容种草、收藏加购有礼（人人可领）',
  suggestionEn: 'Improve titles and pictures, buy keyword ads, seed content, reward carts openly for everybody',
})
