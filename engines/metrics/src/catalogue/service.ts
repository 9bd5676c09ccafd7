import { measure, ratioOf } from '../expression.ts'
import { metricsOf } from '../metric.ts'

export const SERVICE_METRICS = metricsOf('service', { end: 'user', owner: 'service' }, [
  {
    id: 'firstReplySeconds',
    nameZh: '首次响应时长',
    nameEn: 'First reply',
    unit: 'seconds',
    kind: 'average',
    higherIsBetter: false,
    expression: ratioOf('firstReplySecondsSum', 'answeredSessions'),
    definitionZh: '客服会话从提问到首次人工回复的平均秒数。',
    definitionEn: 'Average seconds from the question to the first human answer.',
  },
  {
    id: 'serviceScore',
    nameZh: '服务满意度',
    nameEn: 'Service satisfaction',
    unit: 'score',
    kind: 'average',
    higherIsBetter: true,
    expression: ratioOf('sessionScoreSum', 'ratedSessions'),
    definitionZh: '客服会话评分的平均值（1–5 分）。',
    definitionEn: 'Average rating of service sessions (1–5).',
  },
  {
    id: 'reviews',
    nameZh: '评价数',
    nameEn: 'Reviews',
    unit: 'count',
    kind: 'additive',
    higherIsBetter: null,
    expression: measure('reviews'),
    definitionZh: '统计期内收到的评价数。',
    definitionEn: 'Reviews received in the period.',
  },
  {
    id: 'negativeReviewRate',
    nameZh: '差评率',
    nameEn: 'Negative review rate',
    unit: 'ratio',
    kind: 'ratio',
    higherIsBetter: false,
    expression: ratioOf('negativeReviews', 'judgedReviews'),
    definitionZh: '差评（标注为负面，或无标注且 1–2 分）÷ 有评分或标注的评价数。',
    definitionEn: 'Reviews labelled negative, or unlabelled with 1–2 points, ÷ reviews with a score or label.',
  },
])
