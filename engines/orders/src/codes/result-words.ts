import type { ResultCode } from './result-code.ts'

/** What to do about an answer, for the person who reads it. */
export type ResultWords = { zh: string; en: string }

export const RESULT_WORDS: { readonly [code in ResultCode]: ResultWords } = {
  accepted: { zh: '已受理。', en: 'Accepted.' },
  accepted_late: {
    zh: '订单超时后才收到付款，库存仍有余，已重新占用并成交。',
    en: 'Paid after the order had lapsed; stock was still there and has been taken again.',
  },
  refund_due: {
    zh: '付款到达时订单已关闭且库存不足，请原路退款。',
    en: 'The payment came after the order was closed and the stock is gone: refund it to where it came from.',
  },
  frame_damaged: {
    zh: '数据帧校验和不符，未执行任何命令，请原样重发。',
    en: 'The frame fails its checksum; nothing was done. Send it again unchanged.',
  },
  frame_too_large: {
    zh: '数据帧超过上限，请拆成更小的批次。',
    en: 'The frame is larger than allowed; split it into smaller batches.',
  },
  version_unsupported: {
    zh: '格式版本比本程序新，请先升级本程序。',
    en: 'The format is newer than this program; upgrade the program first.',
  },
  command_malformed: {
    zh: '命令长度、保留位或字段越界，请按文档的布局编码。',
    en: 'A length, a reserved bit or a field is out of range; encode the command as the layout says.',
  },
  kind_unknown: {
    zh: '未知的命令种类，请升级或改正编码。',
    en: 'Unknown kind of command; upgrade or correct the encoder.',
  },
  busy: { zh: '系统繁忙，请稍后用同一编号重试。', en: 'Busy; try again shortly under the same id.' },
  journal_failed: {
    zh: '日志写盘失败，已停止受理；请检查磁盘空间与健康后重启。',
    en: 'The journal could not be written and admission has stopped; check space and health of the disk, then restart.',
  },
  too_old: {
    zh: '请求早于可记忆的时间窗口，不再执行；请先查询订单，再用新编号下单。',
    en: 'The request is older than what is remembered and will not be run; look the order up, then use a new id.',
  },
  from_future: {
    zh: '请求时间超前，请校准时钟后重发。',
    en: 'The request is from the future; set the clock right and send again.',
  },
  id_reused: {
    zh: '同一编号已用于内容不同的请求，请换新编号。',
    en: 'This id was used for a request of other content; use a new id.',
  },
  core_full: {
    zh: '订单、明细或限购表已满，请稍后重试；运维请调大容量。',
    en: 'A table is full; try again later. Operators: raise the capacity.',
  },
  not_open_yet: { zh: '尚未开售，请在开售时间后重试。', en: 'Not on sale yet; try again after opening.' },
  ticket_missing: { zh: '请先排队领取入场号。', en: 'Take a ticket at the gate first.' },
  ticket_waiting: { zh: '还没有轮到您，请按提示等待。', en: 'Not your turn yet; wait as told.' },
  verification_needed: {
    zh: '需要二次验证，验证后用同一编号重发。',
    en: 'A second check is needed; send again under the same id after it.',
  },
  order_exists: { zh: '该订单号已存在，请换新编号。', en: 'An order of this id exists; use a new id.' },
  quantity_invalid: {
    zh: '数量须为正整数且不超过单笔上限。',
    en: 'A quantity must be whole, positive and within the bound for one order.',
  },
  terms_invalid: {
    zh: '商品条款不成立，请检查种类、时间、组件与限购。',
    en: 'The terms do not hold; check kind, times, parts and limits.',
  },
  item_exists: {
    zh: '该商品已开仓，请改用调整库存或修改条款。',
    en: 'The item is open already; adjust its stock or change its terms instead.',
  },
  item_unknown: { zh: '商品不存在，请先开仓。', en: 'No such item; open it first.' },
  item_closed: { zh: '商品已停售。', en: 'The item is closed.' },
  price_changed: { zh: '价格已变动，请刷新后重新下单。', en: 'The price has changed; refresh and order anew.' },
  coupon_changed: { zh: '优惠券已变动，请刷新后重新下单。', en: 'The coupon has changed; refresh and order anew.' },
  blocked: {
    zh: '该账号、设备、地址或来源已被拦截，请联系客服。',
    en: 'The account, device, address or source is blocked; contact service.',
  },
  risk_denied: { zh: '风险过高，未受理，请联系客服。', en: 'Refused as too risky; contact service.' },
  buyer_limit: { zh: '超过每人限购数量。', en: 'Over the limit for one person.' },
  address_limit: { zh: '超过同一地址限购数量。', en: 'Over the limit for one address.' },
  out_of_stock: { zh: '库存不足。', en: 'Not enough stock.' },
  coupon_used_up: { zh: '优惠券已领完。', en: 'The coupon is used up.' },
  gift_gone: {
    zh: '赠品及其替代品均已送完，请确认无赠品后下单。',
    en: 'The gift and its alternative are gone; order again without a gift if that is accepted.',
  },
  order_unknown: { zh: '找不到该订单。', en: 'No such order.' },
  order_unpaid: { zh: '订单尚未付款，不能退货。', en: 'The order is not paid; nothing can be returned.' },
  already_paid: {
    zh: '订单已付款，若是重复扣款请退款。',
    en: 'Paid already; if money was taken twice, refund the second.',
  },
  already_released: { zh: '订单已取消。', en: 'The order was cancelled.' },
  already_lapsed: { zh: '订单已超时关闭。', en: 'The order has lapsed.' },
  already_refunded: { zh: '订单已转退款。', en: 'The order is due for refund already.' },
  deposit_missing: { zh: '预售订单须先付定金。', en: 'A presale order takes its deposit first.' },
  deposit_unexpected: { zh: '该订单不收定金，或定金已付。', en: 'This order takes no deposit, or has it.' },
  balance_not_open: { zh: '尾款支付尚未开始。', en: 'Balances cannot be paid yet.' },
  amount_differs: {
    zh: '金额与应付不符，请核对后再入账。',
    en: 'The amount is not what is due; check before booking it.',
  },
  line_unknown: { zh: '订单中没有该商品。', en: 'The order has no such item.' },
  return_exceeds: { zh: '退货数量超过已售未退数量。', en: 'More would come back than was sold and not yet returned.' },
  stock_below_zero: {
    zh: '调整后可售库存将为负，请先核对占用。',
    en: 'Free stock would fall below zero; check what is reserved first.',
  },
  gate_unknown: { zh: '入场闸口不存在，请先开闸。', en: 'No such gate; open it first.' },
  source_limit: { zh: '同一来源排队人数过多。', en: 'Too many tickets from one source.' },
  model_invalid: {
    zh: '评分卡格式有误，仍沿用原评分卡。',
    en: 'The scorecard is not well formed; the former one stays in force.',
  },
}
