export { findLiveMetric, LIVE_METRICS, type LiveMetric } from './live-metric.ts'
