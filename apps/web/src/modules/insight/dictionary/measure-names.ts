import type { Text } from '../../../locale/strings.ts'

const TRAFFIC: Readonly<Record<string, Text>> = {
  searchVisits: { zh: '来自搜索的访问次数', en: 'visits from search' },
  recommendVisits: { zh: '来自推荐的访问次数', en: 'visits from recommendations' },
  contentVisits: { zh: '来自内容与直播的访问次数', en: 'visits from content and live streams' },
  privateVisits: { zh: '来自私域的访问次数', en: 'visits from the private domain' },
  offsiteVisits: { zh: '来自站外的访问次数', en: 'visits from other platforms' },
  paidVisits: { zh: '来自付费推广的访问次数', en: 'visits from advertising' },
  freeVisits: { zh: '来自免费渠道的访问次数', en: 'visits from free channels' },
  sourcedVisits: { zh: '来源已知的访问次数', en: 'visits whose source is known' },
  bounces: { zh: '只看一页的访问次数', en: 'visits of one page' },
  loadJumps: { zh: '打开途中的跳转次数', en: 'jumps while loading' },
}

const TRADE: Readonly<Record<string, Text>> = {
  refundOrders: { zh: '有退款的订单数', en: 'orders with a refund' },
  promoPaid: { zh: '大促支付金额', en: 'paid on campaign days' },
  ordinaryPaid: { zh: '日销支付金额', en: 'paid on ordinary days' },
  newItemPaid: { zh: '新品支付金额', en: 'paid for new items' },
  newCategoryPaid: { zh: '新类目支付金额', en: 'paid for new categories' },
  presalePaid: { zh: '预售支付金额', en: 'paid in presales' },
  pagePayers: { zh: '看过页面后付款的人数', en: 'people who paid after the page' },
  placedOrdersPaid: { zh: '后来付款的下单订单数', en: 'placed orders that were paid' },
  placedOrdersCancelled: { zh: '未付款已关闭的下单订单数', en: 'placed orders closed unpaid' },
  checkoutLosses: { zh: '当次没有付款的结算次数', en: 'checkouts without payment' },
  costKnownPaid: { zh: '成本已知的支付金额', en: 'paid with known cost' },
}

const PEOPLE: Readonly<Record<string, Text>> = {
  identifiedPaid: { zh: '身份已知买家的支付金额', en: 'paid by known buyers' },
  identifiedOrders: { zh: '身份已知买家的订单数', en: 'orders of known buyers' },
  anonymousPaid: { zh: '身份未知的支付金额', en: 'paid by unknown buyers' },
  repeatBuyers: { zh: '支付两笔以上的买家数', en: 'buyers with two or more orders' },
  memberPaid: { zh: '会员支付金额', en: 'paid by members' },
  memberBuyers: { zh: '会员买家数', en: 'buying members' },
  npsBalance: { zh: '推荐者减贬损者人数', en: 'promoters less detractors' },
  npsAnswers: { zh: '答卷数', en: 'answers' },
}

const SERVICE_AND_STOCK: Readonly<Record<string, Text>> = {
  onSaleItems: { zh: '在售商品数', en: 'items on sale' },
  onSaleSkus: { zh: '在售 SKU 数', en: 'SKUs on sale' },
  soldOutSkus: { zh: '在售但无货的 SKU 数', en: 'SKUs sold out' },
  firstReplySecondsSum: { zh: '首次响应秒数合计', en: 'sum of seconds to the first reply' },
  answeredSessions: { zh: '已人工回复的会话数', en: 'answered sessions' },
  sessionScoreSum: { zh: '会话评分合计', en: 'sum of session scores' },
  ratedSessions: { zh: '有评分的会话数', en: 'rated sessions' },
  negativeReviews: { zh: '差评数', en: 'bad reviews' },
  positiveReviews: { zh: '好评数', en: 'good reviews' },
  judgedReviews: { zh: '有评分或标注的评价数', en: 'judged reviews' },
  scoredReviews: { zh: '有评分的评价数', en: 'scored reviews' },
  reviewScoreSum: { zh: '评价评分合计', en: 'sum of review scores' },
}

/** The words between measures. */
const WORDS: Readonly<Record<string, Text>> = {
  'per day': { zh: '按日', en: 'per day' },
  mean: { zh: '均值', en: 'mean' },
  days: { zh: '天数', en: 'days' },
}

const NAMES = { ...TRAFFIC, ...TRADE, ...PEOPLE, ...SERVICE_AND_STOCK, ...WORDS }

/** Of buyers that were watched for a number of days, and of those who came back in them. */
const COHORT = /^(returned|watched)Buyers(\d+)d$/

/** What a measure is called that is counted for a formula only and is no metric of its own; null when it has no name here. */
export function measureName(id: string): Text | null {
  const [, kind, days] = COHORT.exec(id) ?? []
  if (kind === 'returned') return { zh: `${days} 天内复购的买家数`, en: `buyers back within ${days} days` }
  if (kind === 'watched') return { zh: `已满 ${days} 天的买家数`, en: `buyers watched for ${days} days` }
  return NAMES[id] ?? null
}
