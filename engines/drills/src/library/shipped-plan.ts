import type { MetricCondition } from '@zhanggui/playbooks'
import type {
  ContingencyPlan,
  MessageTemplate,
  PlanResource,
  PlanStep,
  ResourceKind,
  StepEffect,
} from '../plans/plan.ts'

export const when = (
  metric: string,
  windowMinutes: number,
  test: MetricCondition['test'],
  more: Partial<MetricCondition> = {},
): MetricCondition => ({ metric, slice: {}, windowMinutes, test, ...more })

type StepMore = { after?: string; effect?: StepEffect }

export const step = (
  id: string,
  [zh, en]: readonly [string, string],
  [role, limitMinutes]: readonly [string, number],
  { after, effect }: StepMore = {},
): PlanStep => ({ id, zh, en, role, limitMinutes, after: after ?? null, effect: effect ?? null })

export const ready = (kind: ResourceKind, [zh, en]: readonly [string, string], amount = 1): PlanResource => ({
  kind,
  zh,
  en,
  amount,
})

export const message = (id: string, [zh, en]: readonly [string, string], text: string): MessageTemplate => ({
  id,
  to: { zh, en },
  zh: text,
})

export const BUYERS: readonly [string, string] = ['受影响的买家', 'buyers who are affected']
export const EVERYONE: readonly [string, string] = ['全部访客', 'everybody']

/** A plan of the library: what it leaves out is nothing. */
export const plan = (
  given: Omit<ContingencyPlan, 'requires' | 'playbooks' | 'ladder'> &
    Partial<Pick<ContingencyPlan, 'requires' | 'playbooks' | 'ladder'>>,
): ContingencyPlan => ({ requires: [], playbooks: [], ladder: null, ...given })
