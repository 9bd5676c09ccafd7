import type { ReleaseTrigger } from '@zhanggui/budget'

/** What may open the reserve, in words. */
export const TRIGGER_NAMES: Record<ReleaseTrigger, { zh: string; en: string }> = {
  trafficShortfall: { zh: '流量不足', en: 'Traffic shortfall' },
  competitorPriceWar: { zh: '竞品价格战', en: 'Price war' },
  stockProblem: { zh: '库存问题', en: 'Stock problem' },
  serviceIncident: { zh: '服务事故', en: 'Service incident' },
  unexpectedDemand: { zh: '需求超预期', en: 'Unexpected demand' },
  costInflation: { zh: '成本上涨', en: 'Rising costs' },
  other: { zh: '其他', en: 'Other' },
}
