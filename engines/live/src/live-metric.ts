/** Figures that only a live screen has: what tracking saw this minute, before any order list says so. */
export type LiveMetric = {
  id: string
  nameZh: string
  nameEn: string
  unit: 'money' | 'count' | 'ratio'
  kind: 'additive' | 'distinct' | 'ratio'
  /** Live measures: one, or numerator and denominator. */
  of: { measure: string } | { over: string; under: string }
  definitionZh: string
  definitionEn: string
}

/**
 * Live metrics that the catalogue does not have. Everything else that is watched by the minute is a metric of the catalogue,
 * with the catalogue's own definition.
 */
export const LIVE_METRICS: readonly LiveMetric[] = [
  {
    id: 'trackedEvents',
    nameZh: '埋点事件数',
    nameEn: 'Tracked events',
    unit: 'count',
    kind: 'additive',
    of: { measure: 'trackedEvents' },
    definitionZh: '收到的全部行为事件数，按事件发生的分钟归属；停在 0 说明埋点断了。',
    definitionEn: 'All events received, by the minute in which they happened; at 0 tracking is broken.',
  },
  {
    id: 'trackedPaid',
    nameZh: '支付金额（埋点）',
    nameEn: 'Paid amount, tracked',
    unit: 'money',
    kind: 'additive',
    of: { measure: 'trackedPaid' },
    definitionZh: '支付事件上的金额之和，秒级可见；订单到齐后以「支付金额」为准。',
    definitionEn: 'Sum of the amounts of pay events, seen within seconds; once orders are in, "Paid amount" stands.',
  },
  {
    id: 'trackedGmv',
    nameZh: '下单金额（埋点）',
    nameEn: 'GMV, tracked',
    unit: 'money',
    kind: 'additive',
    of: { measure: 'trackedGmv' },
    definitionZh: '下单事件上的金额之和，不论后来是否支付。',
    definitionEn: 'Sum of the amounts of order events, paid later or not.',
  },
  {
    id: 'trackedPayments',
    nameZh: '支付次数（埋点）',
    nameEn: 'Payments, tracked',
    unit: 'count',
    kind: 'additive',
    of: { measure: 'trackedPayments' },
    definitionZh: '支付事件数。',
    definitionEn: 'Pay events.',
  },
  {
    id: 'trackedOrders',
    nameZh: '下单次数（埋点）',
    nameEn: 'Orders, tracked',
    unit: 'count',
    kind: 'additive',
    of: { measure: 'trackedOrders' },
    definitionZh: '下单事件数。',
    definitionEn: 'Order events.',
  },
  {
    id: 'trackedPayRate',
    nameZh: '支付环节通过率（埋点）',
    nameEn: 'Order to payment rate, tracked',
    unit: 'ratio',
    kind: 'ratio',
    of: { over: 'trackedPayments', under: 'trackedOrders' },
    definitionZh: '支付事件数 ÷ 下单事件数，各按自己的分钟；骤降说明支付环节出了问题。',
    definitionEn: 'Pay events ÷ order events, each by its own minute; a sudden fall says that paying is broken.',
  },
]

/** Undefined for an id that is no live metric. */
export const findLiveMetric = (id: string): LiveMetric | undefined => LIVE_METRICS.find((m) => m.id === id)
