import { DAY, daily, type ShippedRule, task } from './shipped-rule.ts'

const SCORES = [
  ['dsrDescription', '描述相符', 'Description score'],
  ['dsrService', '服务态度', 'Service score'],
  ['dsrLogistics', '物流服务', 'Logistics score'],
] as const

/** 飘绿: a score that stands below the mean of its industry shows green on the page. */
const belowIndustry = SCORES.map(
  ([metric, zh, en]): ShippedRule => ({
    id: `${metric.toLowerCase()}-green`,
    nameZh: `${zh}飘绿`,
    nameEn: `${en} below industry`,
    severity: 'warning',
    owner: 'service',
    action: task(
      '查最近 30 天的低分评价与退款原因，三天内拿出改进动作',
      'Read the low scores and refund reasons of 30 days; name what changes within three days',
    ),
    condition: daily(`${metric}VsIndustry`, { kind: 'threshold', op: '<', value: 0 }, { noData: 'keep' }),
    everyMinutes: 60,
  }),
)

/** 4.6 is what the big campaigns have asked of each score; a shop that enrols under other terms changes the figure. */
const ENROLMENT_LIMIT = 4.6

const headingForLimit = SCORES.map(
  ([metric, zh, en]): ShippedRule => ({
    id: `${metric.toLowerCase()}-enrolment`,
    nameZh: `${zh}将跌破报名线`,
    nameEn: `${en} heads for the enrolment limit`,
    severity: 'critical',
    owner: 'operations',
    action: task(
      '按预计跌破日倒排改善计划，并核对活动报名时间',
      'Plan the improvement back from the crossing date, and check when enrolment closes',
    ),
    condition: daily(
      metric,
      { kind: 'projection', op: '<', value: ENROLMENT_LIMIT, points: 14, withinMinutes: 45 * DAY },
      { noData: 'keep' },
    ),
    everyMinutes: 60,
  }),
)

/** What the platform judges a shop by (P9.09). */
export const SHOP_QUALITY_RULES: readonly ShippedRule[] = [
  ...belowIndustry,
  ...headingForLimit,
  {
    id: 'refund-rate-up',
    nameZh: '退款率走高',
    nameEn: 'Refund rate rises',
    severity: 'warning',
    owner: 'service',
    action: task(
      '按商品看退款原因，问题商品先下架或改详情',
      'Look at refund reasons by item; take faulty items down or correct their pages',
    ),
    condition: daily('refundRate', { kind: 'anomaly', k: 4, direction: 'rise' }),
    everyMinutes: 60,
  },
  {
    id: 'slow-reply',
    nameZh: '客服响应变慢',
    nameEn: 'Replies are slow',
    severity: 'warning',
    owner: 'service',
    action: task(
      '加排值班或打开自动回复，当天复查',
      'Add people to the shift or switch the robot on; look again the same day',
    ),
    condition: daily('firstReplySeconds', { kind: 'threshold', op: '>', value: 60, clearAt: 45 }),
    everyMinutes: 60,
  },
  {
    id: 'shop-tier-falls',
    nameZh: '店铺层级下降',
    nameEn: 'Shop tier falls',
    severity: 'warning',
    owner: 'operations',
    action: task('核对近 30 天成交与同层级门槛的差距', 'Hold 30 days of sales against the threshold of the tier'),
    condition: daily(
      'shopTier',
      { kind: 'change', against: 'previous', direction: 'fall', by: 0.01 },
      { noData: 'keep' },
    ),
    everyMinutes: 60,
  },
  {
    id: 'bad-reviews-item',
    nameZh: '单品差评集中',
    nameEn: 'Bad reviews gather on an item',
    severity: 'critical',
    owner: 'service',
    action: task('两小时内给出处理方案并报备平台', 'Have a plan within two hours and file it with the platform'),
    condition: daily('negativeReviewRate', { kind: 'threshold', op: '>', value: 0.3, clearAt: 0.15 }, { minSample: 5 }),
    per: 'item',
    everyMinutes: 60,
  },
  {
    id: 'page-over-budget',
    nameZh: '页面超出速度预算',
    nameEn: 'A page is over its speed budget',
    severity: 'warning',
    owner: 'technology',
    action: task(
      '看是哪类页面、慢在加载还是跳转太多，先减图片与跳转，再复测',
      'See which page it is, and whether loading or jumps; cut pictures and jumps, then measure again',
    ),
    condition: {
      metric: 'pagesOverBudget',
      slice: {},
      windowMinutes: 1,
      test: { kind: 'threshold', op: '>', value: 0 },
      noData: 'keep',
    },
    everyMinutes: 30,
  },
  {
    id: 'seeding-late',
    nameZh: '首发种草逾期',
    nameEn: 'Launch seeding is late',
    severity: 'warning',
    owner: 'content',
    action: task(
      '催寄样或催发布；当天补不上的，换备选达人或加推已发布的内容',
      'Send the sample or ask for the post; what cannot be had today goes to another creator, or push what was posted',
    ),
    condition: {
      metric: 'seedingLate',
      slice: {},
      windowMinutes: 1,
      test: { kind: 'threshold', op: '>', value: 0 },
      noData: 'keep',
    },
    everyMinutes: 60,
  },
  {
    id: 'page-slower',
    nameZh: '页面变慢',
    nameEn: 'A page became slower',
    severity: 'warning',
    owner: 'technology',
    action: task(
      '对照近一周的发布与素材更换，退回变慢的那次改动',
      'Hold it against the releases and creatives of the week; take back the change that made it slower',
    ),
    condition: {
      metric: 'pagesSlower',
      slice: {},
      windowMinutes: 1,
      test: { kind: 'threshold', op: '>', value: 0 },
      noData: 'keep',
    },
    everyMinutes: 30,
  },
]
