import { createRng, type Rng } from '@zhanggui/kernel'
import { type Id, type LeaveReason, readItem, readOrder } from '@zhanggui/orders'
import { PRICE, SystemsDrill, type SystemsDrillOptions, T0, TICK_MS } from './systems-drill.ts'

/** Orders whose payment was confirmed and that are not there, and orders of which a buyer was told and that nobody knows. */
type Lost = { lostOrders: number; lostAnswers: number }

export type SystemsReport = {
  seed: string
  seconds: number
  orders: number
  paid: number
  /** ms from the loss to the first new order answered (RTO), and what is lost (RPO). null: no loss. */
  site: (Lost & { lostAt: number; recoveryMs: number; leader: string; epoch: number }) | null
  /** ms from the outage to the first charge by the other provider; orders charged more or less than once in the end. */
  payment: { outageAt: number; switchMs: number | null; chargedWrong: number } | null
  /**
   * ms from the beginning to the first order answered at the other site, and why it was left; share of the orders that were answered
   * while the buyer still waited; orders as above. null: nobody was in the way.
   */
  siege: {
    beganAt: number
    leftFor: LeaveReason | null
    switchMs: number | null
    success: number
    lostOrders: number
  } | null
  /** How often the lead began; 1: it never changed. */
  epoch: number
  oversold: number
  /** Every order that was asked for has been paid. */
  isServed: boolean
  passed: boolean
}

/** After the last order so long is waited for what is under way: notices, repeats, providers that rest. */
const AFTER_MS = 90_000
/** So long a buyer presses again before going elsewhere. */
const PATIENCE_MS = 20_000
/** Of a hundred buyers among attackers so many have to get their order (P7.15). */
const SUCCESS_GOAL = 0.95

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
    siteLossAt: given.siege ? null : second(0.4, 0.6),
    outage: { from: second(0.1, 0.2), seconds: Math.round(seconds / 4) },
    siege: null,
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
  const { seed, seconds } = options
  const isSold = (id: Id): boolean => drill.read((core) => readOrder(core, id)?.state) === 'sold'
  const isKnown = (id: Id): boolean => drill.read((core) => readOrder(core, id)) !== undefined
  const lost: Lost = {
    lostOrders: [...drill.paidBefore, ...drill.paid].filter((id) => !isSold(id)).length,
    lostAnswers: drill.heldBefore.filter((id) => !isKnown(id)).length,
  }
  const stock = drill.read((core) => readItem(core, 1))
  const report = {
    ...{ seed, seconds, orders: drill.orders, paid: drill.paid.length },
    site: siteOf(options, drill, lost),
    payment: paymentOf(options, drill),
    siege: siegeOf(options, drill, lost),
    epoch: drill.lease.epoch,
    oversold: Math.max(0, (stock?.sold ?? 0) - (stock?.stock ?? 0)),
    isServed: drill.isDone,
  }
  return { ...report, passed: isPassed(report, lost) }
}

function siteOf({ siteLossAt }: Required<SystemsDrillOptions>, drill: SystemsDrill, lost: Lost) {
  if (siteLossAt === null) return null
  const lostAt = T0 + siteLossAt * 1000
  const { leader, epoch } = drill.lease
  return { lostAt, recoveryMs: (drill.firstAfter ?? Number.POSITIVE_INFINITY) - lostAt, ...lost, leader, epoch }
}

function paymentOf({ outage }: Required<SystemsDrillOptions>, { payments }: SystemsDrill) {
  if (!outage) return null
  const outageAt = T0 + outage.from * 1000
  const { switchedAt } = payments
  const chargedWrong = [...payments.chargedByOrder().values()].filter((cents) => cents !== PRICE).length
  return { outageAt, switchMs: switchedAt === null ? null : switchedAt - outageAt, chargedWrong }
}

function siegeOf({ siege }: Required<SystemsDrillOptions>, drill: SystemsDrill, lost: Lost) {
  if (!siege) return null
  const beganAt = T0 + siege.fromSecond * 1000
  const { leftFor, firstAfter, waits, orders } = drill
  const success = waits.filter((ms) => ms <= PATIENCE_MS).length / orders
  return { beganAt, leftFor, switchMs: firstAfter === null ? null : firstAfter - beganAt, success, ...lost }
}

/** The site was left, nothing is lost, and of those who came among attackers nearly all were served. */
function isPassed(report: Omit<SystemsReport, 'passed'>, { lostOrders, lostAnswers }: Lost): boolean {
  const { isServed, oversold, payment, siege } = report
  const isRight =
    isServed && oversold === 0 && lostOrders === 0 && lostAnswers === 0 && (payment?.chargedWrong ?? 0) === 0
  if (!siege) return isRight
  return isRight && siege.leftFor !== null && (siege.leftFor !== 'attack' || siege.success >= SUCCESS_GOAL)
}
