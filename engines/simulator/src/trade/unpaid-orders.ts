import { createRng, type Rng } from '@zhanggui/kernel'

const MINUTE_MS = 60_000

/** Planted: who pays by themselves and when, and who would only pay when somebody speaks to them, and how soon after. */
export type UnpaidTruth = {
  ownShare: number
  remindableShare: number
  ownMinutes: number
  answerMinutes: number
}

/** A quarter forget and pay when spoken to; about as many will not pay whatever is said. */
export const UNPAID_TRUTH: UnpaidTruth = {
  ownShare: 0.45,
  remindableShare: 0.25,
  ownMinutes: 20,
  answerMinutes: 4,
}

export type UnpaidOrders = {
  seed: string
  orders: number
  /** Orders are placed evenly over so many minutes from here on. */
  fromMs: number
  overMinutes: number
  holdMinutes: number
  /** Some people have more than one order. */
  ordersPerPerson: number
  truth?: UnpaidTruth
}

/** An order with both of its futures: whether and when it is paid when nothing is said, and when something is. */
export type UnpaidOrder = {
  orderId: string
  person: string
  cents: number
  placedAt: number
  endsAt: number
  /** UTC ms; null: not by itself. */
  paysAt: number | null
  /** So long after a message; null: a message changes nothing. */
  answersAfterMs: number | null
}

/** Waiting times are exponential: most pay soon, a few late. */
const waitMs = (rng: Rng, meanMinutes: number): number =>
  Math.max(1, Math.round(-Math.log(1 - rng.next()) * meanMinutes * MINUTE_MS))

function draw(rng: Rng, truth: UnpaidTruth): Pick<UnpaidOrder, 'answersAfterMs'> & { ownAfterMs: number | null } {
  const kind = rng.next()
  const ownAfterMs = kind < truth.ownShare ? waitMs(rng, truth.ownMinutes) : null
  const answers = kind >= truth.ownShare && kind < truth.ownShare + truth.remindableShare
  return { ownAfterMs, answersAfterMs: answers ? waitMs(rng, truth.answerMinutes) : null }
}

/** Orders that wait for their money, with the truth against which a reminder's measured effect is held (P7.10). Same seed, same orders. */
export function unpaidOrders(options: UnpaidOrders): UnpaidOrder[] {
  const { seed, orders, fromMs, overMinutes, holdMinutes, ordersPerPerson, truth = UNPAID_TRUTH } = options
  const rng = createRng(`unpaid/${seed}`)
  const people = Math.max(1, Math.round(orders / ordersPerPerson))
  return Array.from({ length: orders }, (_, i) => {
    const placedAt = fromMs + Math.round((i * overMinutes * MINUTE_MS) / orders)
    const { ownAfterMs, answersAfterMs } = draw(rng, truth)
    return {
      orderId: `u-${seed}-${i}`,
      person: `p-${seed}-${rng.int(people)}`,
      cents: 2_000 + rng.int(30_000),
      placedAt,
      endsAt: placedAt + holdMinutes * MINUTE_MS,
      paysAt: ownAfterMs === null ? null : placedAt + ownAfterMs,
      answersAfterMs,
    }
  })
}

/** When an order is paid if its buyer was sent a message at each of `sentAt`; null: it lapses. Without messages, its own future. */
export function payingInstant(order: UnpaidOrder, sentAt: readonly number[]): number | null {
  const { paysAt, answersAfterMs, endsAt } = order
  const first = sentAt.find((at) => at < endsAt)
  const answered = first === undefined || answersAfterMs === null ? null : first + answersAfterMs
  const at = paysAt === null ? answered : answered === null ? paysAt : Math.min(paysAt, answered)
  return at !== null && at < endsAt ? at : null
}
