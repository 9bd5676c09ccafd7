import type { MetricCondition } from '../../conditions/metric-condition.ts'
import type { AlertRule } from '../alert-rule.ts'

/** Its figures are where a shop begins, not what holds for every shop: they stand in the rule, to be seen and changed. */
export type ShippedRule = AlertRule

export const DAY = 1440

/** A task in words; what a shop's own playbook or plan does can take its place. */
export const task = (zh: string, en: string): AlertRule['action'] => ({ kind: 'task', ref: '', zh, en })

/** A condition of the whole shop on single days. */
export const daily = (
  metric: string,
  test: MetricCondition['test'],
  more: Partial<MetricCondition> = {},
): MetricCondition => ({
  metric,
  slice: {},
  windowMinutes: DAY,
  test,
  ...more,
})
