import type { Combine } from '@zhanggui/playbooks'

/**
 * Figures that a contingency plan watches and no table of facts has: the warehouse, the payment partner, people who listen
 * outside report them. A drill makes them from the simulated day.
 */
export type PlanMetric = {
  id: string
  nameZh: string
  nameEn: string
  unit: 'count' | 'ratio' | 'minutes'
  combine: Combine
  /** Who reports it. */
  sourceZh: string
  sourceEn: string
}

const metric = (
  id: string,
  [nameZh, nameEn]: readonly [string, string],
  [unit, combine]: readonly [PlanMetric['unit'], Combine],
  [sourceZh, sourceEn]: readonly [string, string],
): PlanMetric => ({ id, nameZh, nameEn, unit, combine, sourceZh, sourceEn })

export const PLAN_METRICS: readonly PlanMetric[] = [
  metric(
    'rivalPriceGap',
    ['竞品价差', 'Rival price gap'],
    ['ratio', 'last'],
    ['导入的竞品价格', 'imported rival prices'],
  ),
  metric('crisisMentions', ['负面声量', 'Negative mentions'], ['count', 'sum'], ['舆情监测', 'media monitoring']),
  metric(
    'minutesToStockOut',
    ['最早售罄分钟数', 'Minutes to the first stock-out'],
    ['minutes', 'last'],
    ['实时库存', 'live stock'],
  ),
  metric('giftGap', ['缺赠品订单', 'Orders without their gift'], ['count', 'sum'], ['仓库', 'the warehouse']),
  metric(
    'supplyGapUnits',
    ['到货缺口', 'Units that did not arrive'],
    ['count', 'last'],
    ['仓库收货', 'goods received'],
  ),
  metric('pickupRate', ['揽收率', 'Pick-up rate'], ['ratio', 'ratio'], ['物流商', 'the carrier']),
  metric(
    'paySuccessRate',
    ['支付成功率', 'Payment success rate'],
    ['ratio', 'ratio'],
    ['支付渠道', 'the payment partner'],
  ),
  metric('siteErrorRate', ['页面错误率', 'Page error rate'], ['ratio', 'ratio'], ['网关', 'the gateway']),
  metric('botShare', ['异常请求占比', 'Share of abusive requests'], ['ratio', 'ratio'], ['网关', 'the gateway']),
  metric(
    'belowFloorLines',
    ['破底价订单行', 'Order lines below the floor'],
    ['count', 'sum'],
    ['优惠核价', 'the price check'],
  ),
  metric('liveGapMinutes', ['直播空档分钟', 'Minutes without the host'], ['minutes', 'last'], ['直播间', 'the studio']),
]

const byId = new Map(PLAN_METRICS.map((one) => [one.id, one]))

/** Undefined for an id that is no plan metric. */
export const findPlanMetric = (id: string): PlanMetric | undefined => byId.get(id)
