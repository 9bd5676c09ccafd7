import { importFormat } from '../import-format.ts'
import { FEEDBACK_TARGET } from '../targets/feedback.ts'

export const REVIEWS_10_CATS = importFormat({
  id: 'reviews_10_cats',
  nameZh: '中文电商评论 10 类',
  nameEn: 'Chinese shop reviews, 10 categories',
  system: 'public data',
  target: FEEDBACK_TARGET,
  signature: ['cat', 'label', 'review'],
  fields: { category: ['cat'], positive: ['label'], text: ['review'] },
  options: { kind: 'review' },
  checks: [{ when: 'isNull({text})', code: 'missing_value', field: 'text' }],
  noteZh: '没有日期，记为 1970-01-01；空评论拒收。',
  noteEn: 'No dates: rows stand on 1970-01-01. An empty review is refused.',
})

export const SYCM_REVIEWS = importFormat({
  id: 'sycm_item_reviews',
  nameZh: '生意参谋 商品评价',
  nameEn: 'Shengyi Canmou item reviews',
  system: '生意参谋',
  target: FEEDBACK_TARGET,
  signature: ['评论', '评价时间', '商品id'],
  fields: { text: ['评论'], at: ['评价时间'], itemId: ['商品id'], buyer: ['昵称'] },
  options: { kind: 'review' },
  noteZh: '评论里的电话、邮箱、证件号会被打码；昵称只保留加密哈希。',
  noteEn: 'Phones, e-mails and id numbers in the text are masked; the nickname is kept as a keyed hash only.',
})
