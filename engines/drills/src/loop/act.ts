import { type Change, decide, type Playbook, planRun } from '@zhanggui/playbooks'
import type { DrillMarket } from '../market/drill-market.ts'
import type { Crew } from './crew.ts'

/** One run of a playbook in a drill. Minutes of the day. */
export type ActedRun = {
  playbook: string
  askedAt: number
  actedAt: number
  people: number
  changes: readonly Change[]
}

type Asked = { tags: Readonly<Record<string, string>>; firing: boolean }

type Question = { askedAt: number; answersAt: number; people: number }

/** A playbook while its plan runs: it is asked each minute, decides by its limits, waits for people, and acts on the market. */
export class Actor {
  readonly runs: ActedRun[] = []
  /** What kept it from acting, each reason once, with the first minute. */
  readonly held = new Map<string, number>()
  private readonly playbook: Playbook
  private readonly ranAt: number[] = []
  private question: Question | null = null

  constructor(playbook: Playbook) {
    this.playbook = playbook
  }

  /** One minute of its plan: an answer that came in is carried out; while the trigger fires it is asked anew. */
  minute(market: DrillMarket, crew: Crew, minute: number, { tags, firing }: Asked): void {
    if (this.question) this.answer(market, minute, tags)
    else if (firing) this.ask(market, crew, minute, tags)
  }

  private ask(market: DrillMarket, crew: Crew, minute: number, tags: Asked['tags']): void {
    const now = market.absolute(minute)
    const plan = planRun(this.playbook, market.world, { at: now, tags, value: null })
    // What it tells it has told: only something to change makes another run of the same trouble.
    if (this.runs.length > 0 && plan.changes.length === 0) return
    const decision = decide({ ...this.playbook, shadow: false }, plan, {
      now,
      localMinute: minute,
      phase: 'burst',
      paused: false,
      waiting: false,
      ranAt: this.ranAt,
    })
    if (decision.kind === 'hold') {
      if (!this.held.has(decision.reason.code)) this.held.set(decision.reason.code, minute)
    } else if (decision.kind === 'ask') {
      const { people } = decision
      this.question = { askedAt: minute, answersAt: minute + crew.agree(this.playbook.id, people), people }
    } else this.act(market, plan.changes, { askedAt: minute, actedAt: minute, people: 0 })
  }

  /** People take what is planned at the minute of their answer, as the server does. */
  private answer(market: DrillMarket, minute: number, tags: Readonly<Record<string, string>>): void {
    if (!this.question || minute < this.question.answersAt) return
    const { askedAt, people } = this.question
    this.question = null
    const plan = planRun(this.playbook, market.world, { at: market.absolute(minute), tags, value: null })
    this.act(market, plan.changes, { askedAt, actedAt: minute, people })
  }

  private act(market: DrillMarket, changes: readonly Change[], run: Omit<ActedRun, 'playbook' | 'changes'>): void {
    market.change(changes)
    this.ranAt.push(market.absolute(run.actedAt))
    this.runs.push({ playbook: this.playbook.id, ...run, changes })
  }
}
