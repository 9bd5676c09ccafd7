import {
  type Answer,
  type Command,
  claimLease,
  endLease,
  type Id,
  type Lease,
  type LeaveReason,
  NO_SIGNALS,
  NO_TERMS,
  nameFollower,
  type readItem,
  renewLease,
  SMALL_OPTIONS,
} from '@zhanggui/orders'
import { DrillPayments } from './drill-payments.ts'
import { DrillSiege, type Siege } from './drill-siege.ts'
import { DrillSite } from './drill-site.ts'

export type SystemsDrillOptions = {
  seed: string
  /** Orders a second, and how many seconds. */
  ordersPerSecond?: number
  seconds?: number
  leaseMs?: number
  /** One way between the sites, ms. */
  delayMs?: number
  /** Answers wait until the other site has them. Without it a loss loses orders, which is what the drill is there to show. */
  waitsForFollower?: boolean
  /** What a start of a core takes besides waiting, ms: measured on the machine, not on the fake clock. */
  startMs?: number
  /** The first site is lost / the first provider is silent for so many seconds; left out: placed by the seed; null: not at all. */
  siteLossAt?: number | null
  outage?: { from: number; seconds: number } | null
  /** The first site is too full; its loss is then left out, unless it is asked for. */
  siege?: Siege | null
}

export const T0 = Date.UTC(2026, 10, 11)
export const TICK_MS = 20
export const PRICE = 9900
const RETRY_MS = 500
const OPTIONS = { ...SMALL_OPTIONS, orders: 16_384, lines: 16_384, replies: 65_536, limits: 1024 }

type Asked = { command: Command; askedAt: number; dueAt: number; onAnswer: (answer: Answer) => void }

/** Two sites, two providers, one stream of buyers, all on one fake clock. */
export class SystemsDrill {
  now = T0
  readonly sites: readonly [DrillSite, DrillSite]
  readonly payments: DrillPayments
  readonly paid: Id[] = []
  /** Orders of which the buyer was told that they are held, and those that were held or paid when the lead changed. */
  readonly held: Id[] = []
  readonly heldBefore: Id[] = []
  readonly paidBefore: Id[] = []
  firstAfter: number | null = null
  /** Why the first site was left while it lived. */
  leftFor: LeaveReason | null = null
  /** What each order waited for its answer, ms. */
  readonly waits: number[] = []
  lease: Lease
  orders = 0
  private readonly options: Required<SystemsDrillOptions>
  private readonly asked = new Map<string, Asked>()
  private leader: DrillSite
  private opensAt = 0
  private readonly siege: DrillSiege | undefined
  private isHandingOver = false

  constructor(options: Required<SystemsDrillOptions>) {
    this.options = options
    this.siege = options.siege ? new DrillSiege(options.siege, { seed: options.seed, start: T0 }) : undefined
    this.sites = [new DrillSite('a', options.delayMs), new DrillSite('b', options.delayMs)]
    this.leader = this.sites[0]
    this.leader.lead(OPTIONS)
    this.lease = { epoch: 1, leader: 'a', place: 'a', secret: '', follower: 'b', until: this.now + options.leaseMs }
    const { outage } = options
    this.payments = new DrillPayments(
      options.seed,
      outage
        ? { from: T0 + outage.from * 1000, until: T0 + (outage.from + outage.seconds) * 1000, shareBp: 9500 }
        : undefined,
    )
    const open = {
      id: [1, 0, 0, 9] as const,
      issuedAt: this.now,
      kind: 'openItem',
      item: 1,
      itemKind: 'sku',
      stock: 12_000,
    } as const
    this.leader.decide([{ ...open, terms: NO_TERMS, parts: [] }], {
      now: this.now,
      follower: undefined,
      deliver: () => undefined,
    })
  }

  order(): void {
    this.orders++
    const number = this.orders
    const id: Id = [number, 0, 0, 1]
    const reserve: Command = {
      id,
      issuedAt: this.now,
      kind: 'reserve',
      buyer: [number, 0],
      address: [0, 0],
      amountCents: PRICE,
      holdMs: 600_000,
      paid: false,
      signals: NO_SIGNALS,
      lines: [{ item: 1, quantity: 1, version: 0 }],
    }
    this.ask(reserve, (answer) => {
      if (answer.code !== 'accepted') return
      this.held.push(id)
      this.payments.pay(String(number), PRICE, { now: this.now, onPaid: () => this.tellPaid(number, id) })
    })
  }

  tick(): void {
    this.now += TICK_MS
    const { siteLossAt, leaseMs } = this.options
    const [first, second] = this.sites
    if (siteLossAt !== null && first.isAlive && this.now >= T0 + siteLossAt * 1000) first.lose()
    this.leader.passTime(this.now, this.leader === first ? second : undefined)
    this.leaveWhereFull()
    if (this.leader.isAlive && !this.isHandingOver) this.renew(leaseMs)
    else this.takeOver(second, leaseMs)
    this.payments.passTime(this.now)
    this.sendDue()
  }

  get isDone(): boolean {
    return this.paid.length === this.orders
  }

  read<T>(ask: (core: Parameters<typeof readItem>[0]) => T): T {
    return this.leader.readOn(ask) as T
  }

  private tellPaid(number: number, order: Id): void {
    this.ask({ id: [number, 0, 0, 2], issuedAt: this.now, kind: 'pay', order, amountCents: PRICE }, (answer) => {
      if (answer.code === 'accepted') this.paid.push(order)
    })
  }

  private ask(command: Command, onAnswer: (answer: Answer) => void): void {
    this.asked.set(command.id.join('.'), { command, askedAt: this.now, dueAt: this.now, onAnswer })
  }

  private get isLeft(): boolean {
    return this.leader === this.sites[1]
  }

  /** What was decided is answered first, then the lease ends; the site in step looks ten times a lease. */
  private leaveWhereFull(): void {
    const why = this.siege?.look({ now: this.now, isLeft: this.isLeft })
    if (why && this.leftFor === null && this.lease.follower) this.leftFor = why
    if (this.leftFor === null || this.isLeft || this.isHandingOver || !this.leader.isSettled) return
    const ended = endLease(this.lease, { site: this.leader.name, epoch: this.lease.epoch, now: this.now })
    if (!ended.ok) return
    this.lease = { ...ended.value, until: this.now + this.options.leaseMs / 10 }
    this.isHandingOver = true
    this.siege?.leave(this.leftFor, this.now)
  }

  /** Payments pass: the door stands before orders alone. */
  private letIn(due: readonly Asked[]): Asked[] {
    if (!this.siege) return [...due]
    const orders = due.filter(({ command }) => command.kind === 'reserve')
    const others = due.filter(({ command }) => command.kind !== 'reserve')
    return [...others, ...this.siege.admit(orders, { now: this.now, isLeft: this.isLeft, ms: TICK_MS })]
  }

  /** A request that is not answered is sent again under its id, and so is one that found no room. */
  private sendDue(): void {
    const isGoing = this.leftFor !== null && !this.isLeft
    if (!this.leader.isAlive || isGoing || this.now < this.opensAt) return
    const wanting = [...this.asked.values()].filter(({ dueAt }) => dueAt <= this.now)
    for (const asked of wanting) asked.dueAt = this.now + RETRY_MS
    const due = this.letIn(wanting).slice(0, OPTIONS.commandsMax)
    if (due.length === 0) return
    const follower = this.leader === this.sites[0] && this.options.waitsForFollower ? this.sites[1] : undefined
    this.leader.decide(
      due.map(({ command }) => command),
      { now: this.now, follower, deliver: (answers) => this.hear(due, answers) },
    )
  }

  private hear(due: readonly Asked[], answers: readonly Answer[]): void {
    if (this.leader === this.sites[1]) this.firstAfter ??= this.now
    due.forEach(({ command, askedAt, onAnswer }, i) => {
      const answer = answers[i]
      // A repeat may have been answered meanwhile.
      if (!answer || !this.asked.delete(command.id.join('.'))) return
      if (command.kind === 'reserve') this.waits.push(this.now - askedAt)
      onAnswer(answer)
    })
  }

  private renew(leaseMs: number): void {
    const holder = { site: this.leader.name, epoch: this.lease.epoch }
    const renewed = renewLease(this.lease, { ...holder, now: this.now, leaseMs })
    if (renewed.ok && this.lease.until - this.now < (leaseMs * 2) / 3) this.lease = renewed.value
    const [first, second] = this.sites
    if (this.leader !== first || !second.isAlive || this.lease.follower === second.name) return
    const named = nameFollower(this.lease, { ...holder, follower: second.name })
    if (named.ok) this.lease = named.value
  }

  private takeOver(site: DrillSite, leaseMs: number): void {
    const claimed = claimLease(this.lease, {
      site: site.name,
      now: this.now,
      leaseMs,
      knownEpoch: this.lease.epoch,
      place: site.name,
      secret: '',
    })
    if (!claimed.ok) return
    this.lease = claimed.value
    this.heldBefore.push(...this.held)
    this.paidBefore.push(...this.paid)
    site.lead(OPTIONS)
    this.leader = site
    this.isHandingOver = false
    this.opensAt = this.now + this.options.startMs
  }
}
