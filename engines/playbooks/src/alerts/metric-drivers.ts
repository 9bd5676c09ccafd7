/**
 * What a figure is driven by, nearest cause first: when both go wrong together, the driver is the cause and the driven figure
 * its consequence. Ids of the catalogue and of the live metrics.
 */
export const METRIC_DRIVERS: Readonly<Record<string, readonly string[]>> = {
  gmv: ['placedOrders', 'orders', 'uv'],
  paid: ['orders', 'cvr', 'uv', 'aov'],
  netPaid: ['refunded', 'paid'],
  orders: ['buyers', 'paymentRate', 'cvr', 'uv'],
  placedOrders: ['cvr', 'uv'],
  buyers: ['cvr', 'uv'],
  unitsSold: ['orders'],
  cvr: ['paymentRate', 'cartRate'],
  paymentRate: ['trackedPayRate'],
  aov: ['paidPerOrder'],
  uv: ['impressions', 'trackedEvents'],
  pv: ['uv', 'trackedEvents'],
  trackedPaid: ['trackedPayments'],
  trackedGmv: ['trackedOrders'],
  trackedPayments: ['trackedPayRate', 'trackedOrders'],
  trackedOrders: ['pv', 'trackedEvents'],
  clicks: ['ctr', 'impressions'],
  attributedPaid: ['adCvr', 'clicks'],
  roi: ['adCvr', 'cpc'],
  adCvr: ['brokenLinks'],
  ctr: ['disapprovedCreatives'],
  impressions: ['disapprovedCreatives'],
  feeRatio: ['spend', 'gmv'],
  cac: ['cpc', 'adCvr'],
  refunded: ['refundRate'],
  reputationIndex: ['negativeReviewRate'],
}
