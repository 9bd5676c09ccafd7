import type { BusinessDay } from '@zhanggui/kernel'
import { type Cause, type Firing, groupFirings, type Playbook } from '@zhanggui/playbooks'
import { openLiveDay } from '@zhanggui/simulator'
import type { Fault } from '../faults/fault.ts'
import { STANDBY } from '../faults/traffic-drop.ts'
import { DrillMarket } from '../market/drill-market.ts'
import type { ContingencyPlan } from '../plans/plan.ts'
import { Crew } from './crew.ts'
import { PlanRun, type Reaction } from './plan-run.ts'
import type { LastTime } from './watch.ts'

export type DayOptions = {
  seed: string
  day: BusinessDay
  scale: number
  /** Minutes of the day, `[from, to)`. */
  from: number
  to: number
  faults: readonly Fault[]
  plans: readonly ContingencyPlan[]
  playbooks: ReadonlyMap<string, Playbook>
  reaction: Reaction
  last: LastTime | null
  onMinute?: (minute: number) => void
}

export type DayRun = { market: DrillMarket; plans: readonly PlanRun[]; incidents: number }

const standbyAt = (scale: number) =>
  STANDBY.map((channel) => ({ ...channel, visitsPerDay: channel.visitsPerDay * scale }))

/** Opens the market of a day as every run of the same drill sees it. */
export function openMarket({
  seed,
  day,
  scale,
  faults,
}: Pick<DayOptions, 'seed' | 'day' | 'scale' | 'faults'>): DrillMarket {
  return new DrillMarket({ seed, faults, day: openLiveDay(seed, { day, scale, standby: standbyAt(scale) }) })
}

const firingOf = (run: PlanRun): Firing => ({
  key: run.plan.id,
  rule: run.plan.id,
  metric: run.metric,
  tags: {},
  severity: 'critical',
  owner: run.plan.owner,
})

/** How many incidents the firings become: one for each cause, as alerts group them. */
class Incidents {
  count = 0
  private open: Cause[] = []

  see(runs: readonly PlanRun[]): void {
    const groups = groupFirings(runs.filter(({ isFiring }) => isFiring).map(firingOf), this.open)
    const keys = new Set(this.open.map(({ metric }) => metric))
    this.count += groups.filter(({ cause }) => !keys.has(cause.metric)).length
    this.open = groups.map(({ cause }) => cause)
  }
}

/** After the last minute of the market people finish what they began: a crisis is closed the next day. */
function finishSteps(plans: readonly PlanRun[]): void {
  const end = Math.max(0, ...plans.map(({ lastStepAt }) => lastStepAt))
  for (const plan of plans) plan.doSteps(end)
}

/**
 * A day fed minute by minute through triggers, incidents, plans, playbooks and people, whose answers change the market of the
 * next minute. Same options, same day.
 */
export function runDay(options: DayOptions): DayRun {
  const { from, to, faults, plans, playbooks, reaction, last } = options
  const market = openMarket(options)
  const crew = new Crew(options.seed)
  const runs = plans.map((plan) => {
    const fault = market.faults.find((live) => live.fault.plan === plan.id) ?? null
    return new PlanRun(plan, { fault, playbooks, reaction })
  })
  const incidents = new Incidents()
  const startsAt = market.absolute(0)
  market.openAt(from)
  for (let minute = from; minute < to; minute++) {
    market.runMinute(minute)
    if (faults.length > 0) {
      for (const run of runs)
        run.minute(market, crew, { points: market.figures.get(run.metric) ?? [], startsAt, last }, minute)
      incidents.see(runs)
    }
    options.onMinute?.(minute)
  }
  finishSteps(runs)
  return { market, plans: runs, incidents: incidents.count }
}
