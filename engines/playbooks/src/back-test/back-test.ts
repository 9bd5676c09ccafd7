import type { CampaignPhase } from '../conditions/campaign-phase.ts'
import type { MetricSeries } from '../conditions/metric-series.ts'
import { type ReplayedFiring, replayCondition } from '../conditions/replay-condition.ts'
import { type Change, keyOf, type World } from '../playbooks/change.ts'
import { type Decision, decide } from '../playbooks/decide.ts'
import { planRun, type RunPlan } from '../playbooks/plan-run.ts'
import type { Playbook } from '../playbooks/playbook.ts'

const DAY_MINUTES = 1440

/** Times that a playbook would have been asked to act. `until` null: to the end. Minutes since 1970. */
export type Occurrence = Pick<ReplayedFiring, 'from' | 'until' | 'value'>

export type History = {
  /** The watched figure, for a condition. */
  series?: MetricSeries
  /** When the event happened, for an event. */
  events?: readonly number[]
  /** What was so at a minute, where it is known; what the playbook itself would have changed is put over it. */
  worldAt: (minute: number) => World
  phaseAt?: (minute: number) => CampaignPhase | undefined
  /** Minutes that local time is ahead of UTC. */
  offsetMinutes: number
  from: number
  to: number
  everyMinutes: number
}

export type BackTestRun = { at: number; value: number | null; decision: Decision; plan: RunPlan }

export type BackTest = {
  occurrences: readonly Occurrence[]
  /** What it would have done and asked for, and, once for each occurrence and reason, why not. */
  runs: readonly BackTestRun[]
  acted: number
  held: Readonly<Record<string, number>>
  changes: number
}

const localMinuteOf = (minute: number, offset: number): number =>
  (((minute + offset) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES

function occurrencesOf({ trigger }: Playbook, history: History): Occurrence[] {
  const { from, to, everyMinutes, offsetMinutes, phaseAt } = history
  const once = (at: number): Occurrence => ({ from: at, until: at + 1, value: null })
  switch (trigger.kind) {
    case 'condition': {
      if (!history.series) return []
      const range = { from, to, everyMinutes, ...(phaseAt ? { phaseAt } : {}) }
      return replayCondition(trigger.condition, history.series, range).firings
    }
    case 'event':
      return (history.events ?? []).filter((at) => at >= from && at <= to).map(once)
    case 'schedule': {
      const found: Occurrence[] = []
      const firstDay = Math.floor((from + offsetMinutes) / DAY_MINUTES)
      const lastDay = Math.floor((to + offsetMinutes) / DAY_MINUTES)
      for (let day = firstDay; day <= lastDay; day++)
        for (const minute of trigger.atMinutes.toSorted((a, b) => a - b)) {
          const at = day * DAY_MINUTES + minute - offsetMinutes
          if (at >= from && at <= to) found.push(once(at))
        }
      return found
    }
  }
}

/** What was so, with what the playbook would have changed until then put over it. */
function overlay(world: World, changed: ReadonlyMap<string, Change>): World {
  const next = new Map(world)
  for (const { subject, field, after } of changed.values()) {
    const key = keyOf(subject)
    const fields = next.get(key)
    // A subject that was not there at that time is not made up.
    if (fields) next.set(key, { ...fields, [field]: after })
  }
  return next
}

/**
 * What a playbook would have done in the past, decided at each minute by what was known then (no later figure is looked at),
 * with its limits, its own earlier changes carried along, and people taken to agree at once.
 * It does not say what the market would have done with other prices or slots: that is for the simulator.
 */
export function backTest(playbook: Playbook, history: History): BackTest {
  const occurrences = occurrencesOf(playbook, history)
  const runs: BackTestRun[] = []
  const ranAt: number[] = []
  const changed = new Map<string, Change>()
  const held: Record<string, number> = {}
  for (const { from, until, value } of occurrences) {
    const told = new Set<string>()
    for (let at = from; at < (until ?? history.to + 1); at += history.everyMinutes) {
      const plan = planRun(playbook, overlay(history.worldAt(at), changed), { at, tags: {}, value })
      const phase = history.phaseAt?.(at)
      const decision = decide({ ...playbook, shadow: false }, plan, {
        now: at,
        localMinute: localMinuteOf(at, history.offsetMinutes),
        paused: false,
        waiting: false,
        ranAt,
        ...(phase ? { phase } : {}),
      })
      if (decision.kind === 'hold') {
        if (told.has(decision.reason.code)) continue
        told.add(decision.reason.code)
        held[decision.reason.code] = (held[decision.reason.code] ?? 0) + 1
      } else {
        ranAt.push(at)
        for (const change of plan.changes) changed.set(`${keyOf(change.subject)}#${change.field}`, change)
      }
      runs.push({ at, value, decision, plan })
    }
  }
  const acting = runs.filter(({ decision }) => decision.kind !== 'hold')
  const changes = acting.reduce((sum, { plan }) => sum + plan.changes.length, 0)
  return { occurrences, runs, acted: acting.length, held, changes }
}
