import { createRng, type Rng } from '@zhanggui/kernel'
import {
  arrivals,
  createTurnstile,
  enter,
  leave,
  type Place,
  STEADY,
  type Turnstile,
  type Waiting,
} from '../../src/index.ts'

export type Crowd = {
  perSecond: number
  /** When they come, ms. */
  from: number
  until: number
  /** Of those who are told to come back, so many do. */
  returns: number
  /** A machine sends again so often, whatever it is told; a buyer comes when told, with the ticket. */
  everyMs?: number
  /** So many sources share what is sent; default: each request has its own. */
  sources?: number
}

/** What became of one who came. Times in ms. */
export type Came = {
  crowd: number
  at: number
  inAt?: number
  doneAt?: number
  asks: number
  place: number
}

type Visit = { who: Came; source: number; ticket?: Place }

export type DoorDay = { seconds: number; serviceMs: number; goalMs: number; seed?: string; turnstile?: Turnstile }

/** One after another behind a door, everybody in the order of time, on a clock that only the test moves. */
class Street {
  readonly turnstile: Turnstile
  readonly came: Came[] = []
  readonly refusedMs: number[] = []
  private readonly visits: Visit[][] = []
  private readonly ends: { since: number; at: number }[] = []
  private readonly rng: Rng
  private freeAt = 0
  private readonly day: DoorDay
  private readonly crowds: readonly Crowd[]

  constructor(crowds: readonly Crowd[], day: DoorDay) {
    this.day = day
    this.crowds = crowds
    this.rng = createRng(day.seed ?? 'street')
    this.turnstile = day.turnstile ?? createTurnstile({ goalMs: day.goalMs })
    for (const [crowd, { perSecond, from, until, sources }] of crowds.entries())
      for (const at of arrivals(STEADY, { peakPerSecond: perSecond, seconds: (until - from) / 1000 }, this.rng)) {
        const who: Came = { crowd, at: from + at, asks: 0, place: -1 }
        this.came.push(who)
        const source = crowd * 10_000_000 + (sources ? this.rng.int(sources) : this.came.length)
        this.plan(who.at, { who, source })
      }
  }

  private plan(at: number, visit: Visit): void {
    const ms = Math.floor(at)
    if (ms >= this.day.seconds * 1000) return
    const known = this.visits[ms] ?? []
    known.push(visit)
    this.visits[ms] = known
  }

  run(): this {
    for (let now = 0; now < this.day.seconds * 1000; now++) {
      while (this.ends[0] && this.ends[0].at <= now) {
        const { since, at } = this.ends.shift() as { since: number; at: number }
        leave(this.turnstile, { since, now: at })
      }
      for (const visit of this.visits[now] ?? []) this.visit(visit, now)
    }
    return this
  }

  private visit({ who, source, ticket }: Visit, now: number): void {
    who.asks++
    const entry = enter(this.turnstile, { source: [source, 7], ticket }, now)
    if (entry.kind === 'let_in') this.serve(who, now)
    else if (entry.kind === 'wait') this.wait(entry, { who, source }, now)
    else {
      const again = this.crowds[who.crowd]?.everyMs
      if (again) this.plan(now + again, { who, source })
    }
  }

  private serve(who: Came, now: number): void {
    this.freeAt = Math.max(this.freeAt, now) + this.day.serviceMs
    this.ends.push({ since: now, at: this.freeAt })
    who.inAt = now
    who.doneAt = this.freeAt
  }

  private wait({ number, toldAt, place }: Waiting, { who, source }: Visit, now: number): void {
    who.place = place
    const { everyMs, returns } = this.crowds[who.crowd] as Crowd
    // On the way to the shop and back up to a fifth of a second is lost.
    if (everyMs) this.plan(now + everyMs, { who, source })
    else if (this.rng.next() < returns)
      this.plan(toldAt + this.rng.next() * 200, { who, source, ticket: { number, toldAt } })
  }
}

export const liveThrough = (crowds: readonly Crowd[], day: DoorDay): Street => new Street(crowds, day).run()
