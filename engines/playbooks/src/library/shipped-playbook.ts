import { actionType } from '../actions/index.ts'
import type { MetricCondition } from '../conditions/metric-condition.ts'
import type { ActionCall, Params, Playbook } from '../playbooks/playbook.ts'

const HOUR = 60
const DAY = 1440

/** An action with its declared initial parameters where none are given. */
export function call(type: string, params: Params = {}): ActionCall {
  const specs = actionType(type)?.params ?? []
  return { type, params: { ...Object.fromEntries(specs.map(({ key, initial }) => [key, initial])), ...params } }
}

/** The whole shop over so many minutes. */
export const when = (
  metric: string,
  windowMinutes: number,
  test: MetricCondition['test'],
  more: Partial<MetricCondition> = {},
): Playbook['trigger'] => ({ kind: 'condition', condition: { metric, slice: {}, windowMinutes, test, ...more } })

export const event = (name: string): Playbook['trigger'] => ({ kind: 'event', event: name })

/** Shipped playbooks begin in shadow: a shop sees what one would do before it lets it act. */
export const shipped = (
  playbook: Omit<Playbook, 'shadow' | 'limits'> & { limits?: Partial<Playbook['limits']> },
): Playbook => ({
  ...playbook,
  shadow: true,
  limits: { cooldownMinutes: HOUR, runsPerDay: 6, changesPerRun: 50, ...playbook.limits },
})

export { DAY, HOUR }
