import { createRng } from '@zhanggui/kernel'
import { applyChanges, type Change, type Fields, type SeriesPoint, type World } from '@zhanggui/playbooks'
import type { LiveDay, LiveVisit, Weather } from '@zhanggui/simulator'
import type { Fault, LiveFault, Reading, Stage } from '../faults/fault.ts'
import { findFaultKind } from '../faults/index.ts'
import { MinuteTally } from './minute-tally.ts'
import { soldLinesOf } from './sold-lines.ts'
import { visitLuck } from './visit-luck.ts'

/** No fault had a hand in a visit. */
export const NOBODY = -1

export type MarketOptions = { seed: string; day: LiveDay; faults: readonly Fault[] }

/** One minute of the day's course, for the picture of a report. Money in minor units. */
export type CoursePoint = { minute: number; visits: number; paidCents: number }

/**
 * The simulated day at work: visits walked minute by minute under the faults and under what the world was changed to.
 * What each visit paid, and which fault had a hand in it, is kept, so that two runs can be compared visit by visit.
 */
export class DrillMarket {
  readonly faults: readonly LiveFault[]
  readonly paidBy: Int32Array
  readonly causeOf: Int8Array
  readonly course: CoursePoint[] = []
  readonly figures = new Map<string, SeriesPoint[]>()
  world: World = new Map()
  private readonly day: LiveDay
  private readonly weather: Weather
  private next = 0
  private cause = NOBODY

  constructor({ seed, day, faults }: MarketOptions) {
    this.day = day
    this.paidBy = new Int32Array(day.visits.length)
    this.causeOf = new Int8Array(day.visits.length).fill(NOBODY)
    const luckSeed = createRng(`luck/${seed}`).int(0x7fffffff)
    this.faults = faults.map((fault) => {
      const kind = findFaultKind(fault.kind)
      if (!kind) throw new Error(`no fault ${fault.kind}`)
      const stage: Stage = {
        day,
        rng: createRng(`fault/${seed}/${fault.id}`),
        world: () => this.world,
        put: (key, fields) => this.put(key, fields),
        luck: ({ index }, salt) => visitLuck(luckSeed, index, salt),
      }
      return kind.stage(fault, stage)
    })
    for (const live of this.faults) for (const [key, fields] of live.levers) this.put(key, fields)
    this.weather = this.weatherOf()
  }

  /** UTC minutes since 1970 of a minute of the day. */
  absolute(minute: number): number {
    return this.day.startMs / 60_000 + minute
  }

  /** Writes changes of a playbook. Errors: throws when the world is no longer as they were planned. */
  change(changes: readonly Change[]): void {
    this.world = applyChanges(this.world, changes)
  }

  private put(key: string, fields: Fields): void {
    this.world = new Map(this.world).set(key, fields)
  }

  private weatherOf(): Weather {
    const product = (of: (live: LiveFault) => number | undefined): number => {
      let all = 1
      for (const [i, live] of this.faults.entries()) {
        const factor = of(live) ?? 1
        if (factor === 1) continue
        this.cause = i
        all *= factor
      }
      return all
    }
    return {
      orderFactor: (channel, itemId) => product((live) => live.orderFactor?.(channel, itemId)),
      priceFactor: (itemId) => product((live) => live.priceFactor?.(itemId)),
      payFactor: () => product((live) => live.payFactor?.()),
      shows: (itemId) => {
        let shown = itemId
        for (const [i, live] of this.faults.entries()) {
          if (live.emptied?.(itemId)) this.cause = i
          shown = live.shows?.(shown) ?? shown
        }
        return shown
      },
    }
  }

  /** Opens the day at a minute: what would have come by before it is not walked. */
  openAt(minute: number): void {
    while ((this.day.visits[this.next]?.minute ?? Number.POSITIVE_INFINITY) < minute) this.next += 1
  }

  runMinute(minute: number): void {
    for (const live of this.faults) if (live.fault.from === minute) live.begin?.(minute)
    const tally = new MinuteTally()
    for (let visit = this.day.visits[this.next]; visit && visit.minute === minute; visit = this.day.visits[this.next]) {
      this.next += 1
      this.receive(visit, minute, tally)
    }
    this.course.push({ minute, visits: tally.visits, paidCents: tally.paidCents })
    for (const one of tally.figures()) this.note(one, minute)
    for (const live of this.faults) for (const one of live.figures(minute)) this.note(one, minute)
  }

  private keptAway(visit: LiveVisit, minute: number): boolean {
    const standby = visit.standby && !this.faults.some((live) => live.fault.kind === 'trafficDrop')
    if (standby) return true
    const index = this.faults.findIndex((live) => live.keepsAway?.(visit, minute))
    if (index >= 0) this.cause = index
    return index >= 0
  }

  private receive(visit: LiveVisit, minute: number, tally: MinuteTally): void {
    this.cause = NOBODY
    if (!this.keptAway(visit, minute)) {
      const walked = this.day.walk(visit, this.weather)
      tally.add(walked)
      const lines = soldLinesOf(walked)
      this.paidBy[visit.index] = lines.reduce((sum, line) => sum + (line.paidCents ?? 0), 0)
      if (lines.length > 0) for (const live of this.faults) live.sold?.(lines, minute)
    }
    this.causeOf[visit.index] = this.cause
  }

  private note({ metric, value, sample }: Reading, minute: number): void {
    const points = this.figures.get(metric) ?? []
    points.push({ minute: this.absolute(minute), value, sample })
    this.figures.set(metric, points)
  }

  /** Which visits come only through channels that stood by, by index. */
  get isStandby(): boolean[] {
    return this.day.visits.map(({ standby }) => standby)
  }
}
