import { createRng, type Rng } from '@zhanggui/kernel'
import {
  CALM,
  createSourceGuard,
  decideLeave,
  fullSinceAt,
  isFullSite,
  isUnderAttack,
  judgeSource,
  type LeaveReason,
  nextService,
  type ServiceState,
  suspect,
} from '@zhanggui/orders'

/** The first site is too slow for the buyers who come, or bots crowd its door; `everywhere`: and so is the other one. */
export type Siege = { kind: LeaveReason; fromSecond: number; everywhere?: boolean }

/** Orders a second for which a site has room; one whose disk hangs has this much. */
const ROOM = 250
const SLOW_ROOM = 8
/** Requests a second of machines that go by one name each, and of such that say another name each time, which no door can know. */
const NAMED = 'bot-'
const NAMED_BOTS = { perSecond: 600, names: 30 }
const NAMELESS_BOTS_PER_SECOND = 600
const SECOND_MS = 1000
/** A site says every other second how much there is to do. */
const TOLD_MS = 2000

/** `isLeft`: the shop is at the other site by now. */
type Instant = { now: number; isLeft: boolean }
type Asked<T> = { order: T } | { bot: string }
type Second = { orders: number; ordersFull: number; letIn: number }
const newSecond = (): Second => ({ orders: 0, ordersFull: 0, letIn: 0 })

/** The door of the site that decides while too many want in: who finds room, and when the shop is better off at the other site. */
export class DrillSiege {
  private readonly siege: Siege
  private readonly from: number
  private readonly rng: Rng
  private readonly guard = createSourceGuard()
  private state: ServiceState = CALM
  private second = newSecond()
  private secondEnds: number
  private room = 0
  private fullSince: number | null = null
  private readonly leftAt = new Map<LeaveReason, number>()
  private nameless = 0

  constructor(siege: Siege, { seed, start }: { seed: string; start: number }) {
    this.siege = siege
    this.from = start + siege.fromSecond * SECOND_MS
    this.rng = createRng(`${seed}-siege`)
    this.secondEnds = start + SECOND_MS
  }

  /** Orders that find room within `ms`; the others are told that there is none. By lot, as they come at once. */
  admit<T>(wanting: readonly T[], { ms, ...at }: Instant & { ms: number }): T[] {
    const perSecond = this.roomPerSecond(at)
    this.room = Math.min(perSecond, this.room + (perSecond * ms) / SECOND_MS)
    const asked: Asked<T>[] = [...wanting.map((order) => ({ order })), ...this.botsPassing({ ms, ...at })]
    const drawn = asked.map((one) => ({ one, lot: this.rng.next() })).sort((a, b) => a.lot - b.lot)
    return drawn.flatMap(({ one }) => (this.findsRoom(one, at.now) && 'order' in one ? [one.order] : []))
  }

  private findsRoom(one: Asked<unknown>, now: number): boolean {
    this.second.orders++
    if (this.room >= 1) {
      this.room--
      this.second.letIn++
      return true
    }
    this.second.ordersFull++
    // Goes by the same name again and again while there is no room, which buyers do not.
    if ('bot' in one && one.bot.startsWith(NAMED)) suspect(this.guard, one.bot, { why: 'hammering', now })
    return false
  }

  /** Why the shop should leave the site that decides now; looked at once a second, as the server does. */
  look({ now, isLeft }: Instant): LeaveReason | undefined {
    if (now < this.secondEnds) return undefined
    const { orders, ordersFull, letIn } = this.second
    const saturation = Math.min(1, letIn / this.roomPerSecond({ now, isLeft }))
    this.state = nextService(this.state, { saturation, orders, ordersFull, slowestOrderMs: null }, { now })
    this.fullSince = fullSinceAt(this.fullSince, isFullSite(this.state, { now }), now)
    this.second = newSecond()
    this.secondEnds += SECOND_MS
    const decided = decideLeave({
      fullMs: this.fullSince === null ? null : now - this.fullSince,
      isUnderAttack: isUnderAttack(this.guard),
      leftMsAgo: Object.fromEntries([...this.leftAt].map(([why, at]) => [why, now - at])),
      // The site in step decides nothing, so there is nothing to do there.
      other: { level: 0, busy: 0, ageMs: TOLD_MS },
    })
    return decided.ok ? decided.value : undefined
  }

  /** The shop has left; its new site begins calm, and what is remembered of the move stands in the records. */
  leave(why: LeaveReason, now: number): void {
    this.leftAt.set(why, now)
    this.state = CALM
    this.fullSince = null
  }

  private isOn({ now, isLeft }: Instant): boolean {
    return now >= this.from && (!isLeft || this.siege.everywhere === true)
  }

  private roomPerSecond(at: Instant): number {
    return this.siege.kind === 'overload' && this.isOn(at) ? SLOW_ROOM : ROOM
  }

  /** Bots that the guard lets pass. */
  private botsPassing({ ms, ...at }: Instant & { ms: number }): { bot: string }[] {
    if (this.siege.kind !== 'attack' || !this.isOn(at)) return []
    const count = (perSecond: number): number => Math.round((perSecond * ms) / SECOND_MS)
    const named = Array.from({ length: count(NAMED_BOTS.perSecond) }, () => NAMED + this.rng.int(NAMED_BOTS.names))
    const nameless = Array.from({ length: count(NAMELESS_BOTS_PER_SECOND) }, () => `nameless-${this.nameless++}`)
    return [...named, ...nameless]
      .filter((bot) => judgeSource(this.guard, bot, { now: at.now, isProven: false }) === 'pass')
      .map((bot) => ({ bot }))
  }
}
