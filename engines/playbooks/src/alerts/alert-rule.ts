import { type ConditionFault, conditionFaults } from '../conditions/condition-faults.ts'
import type { MetricCondition } from '../conditions/metric-condition.ts'
import type { Severity } from './severity.ts'

export const ACTION_KINDS = ['playbook', 'plan', 'task'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** What is to be done when the alert comes: a playbook or a contingency plan by its id, or a task in words. */
export type AlertAction = { kind: ActionKind; ref: string; zh: string; en: string }

/** A class of alerts. Nobody's alert, and one that nothing follows from, is refused: see `ruleFaults`. */
export type AlertRule = {
  id: string
  nameZh: string
  nameEn: string
  severity: Severity
  /** The role of the shop that answers for it. */
  owner: string
  action: AlertAction
  condition: MetricCondition
  /** A dimension whose every value is watched by itself, e.g. `item`. */
  per?: string
  /** How often it is looked at. */
  everyMinutes: number
}

const DAY_MINUTES = 1440

/** Daily figures are known a day at a time; everything finer is watched by the minute. */
export const isDaily = ({ windowMinutes }: Pick<MetricCondition, 'windowMinutes'>): boolean =>
  windowMinutes % DAY_MINUTES === 0

function linkFaults({ owner, action }: Pick<AlertRule, 'owner' | 'action'>): ConditionFault[] {
  const faults: ConditionFault[] = []
  if (owner.trim() === '')
    faults.push({ field: 'owner', zh: '指定负责人：没有人负责的告警没有人处理', en: 'name an owner' })
  if (action.zh.trim() === '')
    faults.push({ field: 'action', zh: '写明要采取的行动：没有行动的告警不能保存', en: 'say what is to be done' })
  if (action.kind !== 'task' && action.ref.trim() === '')
    faults.push({ field: 'action.ref', zh: '选择自动化或预案', en: 'choose the playbook or plan' })
  return faults
}

/** Empty when the rule may be saved (P9.15: an owner, an action, a condition that can be judged). */
export function ruleFaults(rule: AlertRule): ConditionFault[] {
  const daily = isDaily(rule.condition)
  return [
    ...linkFaults(rule),
    ...(rule.everyMinutes >= 1
      ? []
      : [{ field: 'everyMinutes', zh: '检查间隔至少 1 分钟', en: 'at least every minute' }]),
    ...(rule.per === undefined || daily
      ? []
      : [{ field: 'per', zh: '按维度逐个监控只用于按天的指标', en: 'each value by itself is for daily figures' }]),
    ...conditionFaults(rule.condition).map(({ field, ...words }) => ({ field: `condition.${field}`, ...words })),
  ]
}
