import { createRng, type Rng } from '@zhanggui/kernel'
import {
  type Answer,
  type Command,
  claimLease,
  type Id,
  type Lease,
  NO_SIGNALS,
  NO_TERMS,
  nameFollower,
  readItem,
  readOrder,
  renewLease,
  SMALL_OPTIONS,
} from '@zhanggui/orders'
import { DrillPayments } from './drill-payments.ts'
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
}

export type SystemsReport = {
  seed: string
  seconds: number
  orders: number
  paid: number
  /** ms from the loss to the first new order answered; orders whose payment was confirmed and that are not there. null: no loss. */
  site: { lostAt: number; recoveryMs: number; lostOrders: number; leader: string; epoch: number } | null
  /** ms from the outage to the first charge by the other provider; orders charged more or less than once in the end. */
  payment: { outageAt: number; switchMs: number | null; chargedWrong: number } | null
  oversold: number
  /** Every order that was asked for has been paid. */
  isServed: boolean
  passed: boolean
}

const T0 = Date.UTC(2026, 10, 11)
const TICK_MS = 20
const PRICE = 9900
const RETRY_MS = 500
/** After the last order so long is waited for what is under way: notices, repeats, providers that rest. */
const AFTER_MS = 90_000
const OPTIONS = { ...SMALL_OPTIONS, orders: 16_384, lines: 16_384, replies: 65_536, limits: 1024 }

type Asked = { command: Command; dueAt: number; onAnswer: (answer: Answer) => void }

/** Two sites, two providers, one stream of buyers, all on one fake clock. */
class SystemsDrill {
  now = T0
  readonly sites: readonly [DrillSite, DrillSite]
  readonly payments: DrillPayments
  readonly paid: Id[] = []
  readonly confirmedBefore: Id[] = []
  firstAfter: number | null = null
  lease: Lease
  orders = 0
  private readonly options: Required<SystemsDrillOptions>
  private readonly asked = new Map<string, Asked>()
  private leader: DrillSite
  private opensAt = 0

  constructor(options: Required<SystemsDrillOptions>) {
    this.options = options
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
      this.payments.pay(String(number), PRICE, { now: this.now, onPaid: () => this.tellPaid(number, id) })
    })
  }

  tick(): void {
    this.now += TICK_MS
    const { siteLossAt, leaseMs } = this.options
    const [first, second] = this.sites
    if (siteLossAt !== null && first.isAlive && this.now >= T0 + siteLossAt * 1000) first.lose()
    this.leader.passTime(this.now, this.leader === first ? second : undefined)
    if (this.leader.isAlive) this.renew(leaseMs)
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
    this.asked.set(command.id.join('.'), { command, dueAt: this.now, onAnswer })
  }

  /** A request that is not answered is sent again under its id. */
  private sendDue(): void {
    if (!this.leader.isAlive || this.now < this.opensAt) return
    const due = [...this.asked.values()].filter(({ dueAt }) => dueAt <= this.now).slice(0, OPTIONS.commandsMax)
    if (due.length === 0) return
    for (const asked of due) asked.dueAt = this.now + RETRY_MS
    const follower = this.leader === this.sites[0] && this.options.waitsForFollower ? this.sites[1] : undefined
    this.leader.decide(
      due.map(({ command }) => command),
      { now: this.now, follower, deliver: (answers) => this.hear(due, answers) },
    )
  }

  private hear(due: readonly Asked[], answers: readonly Answer[]): void {
    if (this.leader === this.sites[1]) this.firstAfter ??= this.now
    due.forEach(({ command, onAnswer }, i) => {
      const answer = answers[i]
      // A repeat may have been answered meanwhile.
      if (answer && this.asked.delete(command.id.join('.'))) onAnswer(answer)
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
    this.confirmedBefore.push(...this.paid)
    site.lead(OPTIONS)
    this.leader = site
    this.opensAt = this.now + this.options.startMs
  }
}

function placed(given: SystemsDrillOptions): Required<SystemsDrillOptions> {
  const { seed, seconds = 60 } = given
  const rng = createRng(`${seed}-faults`)
  const second = (from: number, to: number): number => Math.round(seconds * (from + rng.next() * (to - from)))
  return {
    ordersPerSecond: 20,
    leaseMs: 5000,
    delayMs: 20,
    startMs: 500,
    waitsForFollower: true,
    siteLossAt: second(0.4, 0.6),
    outage: { from: second(0.1, 0.2), seconds: Math.round(seconds / 4) },
    ...given,
    seconds,
  }
}

/** Arrivals a tick: Poisson in the mean. */
const arrivalsIn = (rng: Rng, perSecond: number): number => {
  const mean = (perSecond * TICK_MS) / 1000
  let count = 0
  for (let product = rng.next(); product > Math.exp(-mean); product *= rng.next()) count++
  return count
}

/**
 * Rehearses the loss of a site and the outage of a payment provider on a fake clock, with the parts that really run: order core, journal
 * and recovery, lease and epoch, health of providers, attempts and notices. Deterministic for a seed.
 * @example runSystemsDrill({ seed: '1' }).site?.lostOrders // 0
 */
export function runSystemsDrill(given: SystemsDrillOptions): SystemsReport {
  const options = placed(given)
  const drill = new SystemsDrill(options)
  const rng = createRng(`${options.seed}-buyers`)
  const end = T0 + options.seconds * 1000
  while (drill.now < end || (!drill.isDone && drill.now < end + AFTER_MS)) {
    if (drill.now < end) for (let i = arrivalsIn(rng, options.ordersPerSecond); i > 0; i--) drill.order()
    drill.tick()
  }
  drill.payments.finish(drill.now)
  return reportOf(options, drill)
}

function reportOf(options: Required<SystemsDrillOptions>, drill: SystemsDrill): SystemsReport {
  const { seed, seconds, siteLossAt, outage } = options
  const isSold = (id: Id): boolean => drill.read((core) => readOrder(core, id)?.state) === 'sold'
  const stock = drill.read((core) => readItem(core, 1))
  const charged = drill.payments.chargedByOrder()
  const chargedWrong = [...charged.values()].filter((cents) => cents !== PRICE).length
  const lostAt = siteLossAt === null ? null : T0 + siteLossAt * 1000
  const site =
    lostAt === null
      ? null
      : {
          lostAt,
          recoveryMs: (drill.firstAfter ?? Number.POSITIVE_INFINITY) - lostAt,
          lostOrders: [...drill.confirmedBefore, ...drill.paid].filter((id) => !isSold(id)).length,
          leader: drill.lease.leader,
          epoch: drill.lease.epoch,
        }
  const outageAt = outage ? T0 + outage.from * 1000 : null
  const { switchedAt } = drill.payments
  const payment =
    outageAt === null ? null : { outageAt, switchMs: switchedAt === null ? null : switchedAt - outageAt, chargedWrong }
  const oversold = Math.max(0, (stock?.sold ?? 0) - (stock?.stock ?? 0))
  const isServed = drill.isDone
  const passed =
    isServed && oversold === 0 && (site === null || site.lostOrders === 0) && (payment === null || chargedWrong === 0)
  return { seed, seconds, orders: drill.orders, paid: drill.paid.length, site, payment, oversold, isServed, passed }
}
