import type { MetricInfo } from '@zhanggui/contract'

/** True for metrics that can be told by the hour; the catalogue names the finest period of each. */
export const hasHours = ({ grain }: Pick<MetricInfo, 'grain'>): boolean => grain === 'minute' || grain === 'hour'
