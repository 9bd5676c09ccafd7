import { createRng, type Rng } from '@zhanggui/kernel'
import { type Id, readItem, readOrder } from '@zhanggui/orders'
import { PRICE, SystemsDrill, type SystemsDrillOptions, T0, TICK_MS } from './systems-drill.ts'

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

/** After the last order so long is waited for what is under way: notices, repeats, providers that rest. */
const AFTER_MS = 90_000

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
