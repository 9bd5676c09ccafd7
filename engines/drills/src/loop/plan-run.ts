import { applyEvent, type Clock, policyOf, type ReadStep, readClock, SHIPPED_LADDERS } from '@zhanggui/clocks'
import type { Playbook } from '@zhanggui/playbooks'
import { isOn, type LiveFault } from '../faults/fault.ts'
import type { DrillMarket } from '../market/drill-market.ts'
import type { ContingencyPlan } from '../plans/plan.ts'
import { planPolicy } from '../plans/plan-policy.ts'
import { Actor } from './act.ts'
import type { Crew, StepTime } from './crew.ts'
import { Watch, type Watched } from './watch.ts'

const MINUTE_MS = 60_000

/** Who answers: nobody, only the playbooks of the plan, or playbooks and people. */
export type Reaction = 'off' | 'playbooks' | 'all'

/** A plan while the day runs: its trigger watched, its playbooks asked, its steps done, until all is fine again. */
export class PlanRun {
  readonly plan: ContingencyPlan
  readonly actors: readonly Actor[]
  readonly fault: LiveFault | null
  detectedAt: number | null = null
  startedAt: number | null = null
  restoredAt: number | null = null
  /** Times that the trigger fired while its fault was not at work. */
  falseAlarms = 0
  /** Times that it came back after it was restored, while the fault went on. */
  recurrences = 0
  steps: StepTime[] = []
  private readonly watch: Watch
  private readonly reaction: Reaction
  private wasFiring = false
  private readonly done = new Set<string>()

  constructor(
    plan: ContingencyPlan,
    {
      fault,
      playbooks,
      reaction,
    }: { fault: LiveFault | null; playbooks: ReadonlyMap<string, Playbook>; reaction: Reaction },
  ) {
    if (plan.trigger === null) throw new Error(`the plan ${plan.id} has no trigger`)
    this.plan = plan
    this.fault = fault
    this.reaction = reaction
    this.watch = new Watch(plan.trigger)
    this.actors = plan.playbooks.flatMap((id) => {
      const playbook = playbooks.get(id)
      return playbook ? [new Actor(playbook)] : []
    })
  }

  get metric(): string {
    return this.plan.trigger?.metric ?? ''
  }

  get isFiring(): boolean {
    return this.watch.firing
  }

  /** The end of a minute: judge, start, act, do, and see whether it is over. */
  minute(market: DrillMarket, crew: Crew, watched: Watched, minute: number): void {
    this.watch.look(watched, market.absolute(minute + 1))
    const { firing } = this.watch
    if (firing && !this.wasFiring) this.fired(crew, minute)
    this.wasFiring = firing
    if (this.detectedAt !== null) this.act(market, crew, minute)
    this.doSteps(minute)
    this.seeWhetherRestored(market, minute)
  }

  private fired(crew: Crew, minute: number): void {
    if (!this.fault || !isOn(this.fault.fault, minute)) {
      this.falseAlarms += 1
      return
    }
    if (this.restoredAt !== null) this.recurrences += 1
    if (this.detectedAt !== null) return
    this.detectedAt = minute + 1
    if (this.reaction !== 'all') return
    const begins = this.detectedAt + crew.takeOver(this.plan.id)
    this.startedAt = begins
    this.steps = crew.schedule(this.plan, begins)
  }

  private act(market: DrillMarket, crew: Crew, minute: number): void {
    if (this.reaction === 'off' || !this.fault) return
    for (const actor of this.actors)
      actor.minute(market, crew, minute, { tags: this.fault.tags, firing: this.isFiring })
    const first = this.actors.flatMap(({ runs }) => runs.map(({ actedAt }) => actedAt + 1))
    if (first.length > 0) this.startedAt = Math.min(this.startedAt ?? Number.POSITIVE_INFINITY, ...first)
  }

  /** Steps whose time has come; also after the day, when the market is closed and people still work. */
  doSteps(minute: number): void {
    for (const { step, doneAt } of this.steps) {
      if (doneAt > minute + 1 || this.done.has(step.id)) continue
      this.done.add(step.id)
      if (step.effect) this.fault?.effect(step.effect, step.id, doneAt)
    }
  }

  private seeWhetherRestored(market: DrillMarket, minute: number): void {
    const { fineSince } = this.watch
    if (this.detectedAt === null || this.restoredAt !== null || fineSince === null) return
    const since = fineSince - market.absolute(0)
    if (since < this.detectedAt || minute + 1 - since < this.plan.stopAfterMinutes) return
    this.restoredAt = since
  }

  get lastStepAt(): number {
    return Math.max(0, ...this.steps.map(({ doneAt }) => doneAt))
  }

  /** Every clock of the plan, as it stands when all steps are done: those of its own steps, and of its ladder. */
  clocks(market: DrillMarket): ReadStep[] {
    if (this.detectedAt === null) return []
    const ladder = SHIPPED_LADDERS.find(({ id }) => id === this.plan.ladder)
    const policies = [planPolicy(this.plan), ...(ladder ? [policyOf(ladder, null)] : [])]
    const at = (minute: number): number => market.absolute(minute) * MINUTE_MS
    const now = at(Math.max(this.lastStepAt, this.detectedAt)) + 1
    return policies.flatMap((policy) => {
      let clock: Clock = { policy, startedAt: at(this.detectedAt ?? 0), events: [] }
      for (const { step, doneAt } of this.steps.toSorted((a, b) => a.doneAt - b.doneAt)) {
        const next = applyEvent(clock, { kind: 'done', at: at(doneAt), step: step.id }, { now })
        if (next.ok) clock = next.value
      }
      return readClock(clock, now).steps
    })
  }
}
