import { createRng } from '@zhanggui/kernel'
import {
  judgeReminder,
  type RecoveredMoney,
  type ReminderPlan,
  recoveredMoney,
  reminderInstants,
} from '@zhanggui/orders'
import { payingInstant, UNPAID_TRUTH, type UnpaidOrder, unpaidOrders } from '@zhanggui/simulator'
import { expect, test } from 'vitest'

const PLAN: ReminderPlan = {
  part: 'whole',
  afterMinutes: [10],
  beforeEndMinutes: [5],
  quietFrom: 0,
  quietUntil: 0,
  perDay: 2,
  holdOutBp: 5000,
}
const SEEDS = 200
const WAITING = { isWaiting: true, isPaymentUnsure: false, sentToday: 0 }

type Person = { isHeld: boolean; paid: number; hasEntered: boolean }

/** One order under the plan: when it was spoken of, what it brought, and what it would have brought left alone. */
function live(order: UnpaidOrder, isHeld: boolean) {
  const due = reminderInstants(PLAN, { opensAt: order.placedAt, endsAt: order.endsAt }, () => 720)
  const sent: number[] = []
  let hasEntered = false
  for (const at of due) {
    const paysAt = payingInstant(order, sent)
    const verdict = judgeReminder(PLAN, { ...WAITING, isHeld, isWaiting: paysAt === null || paysAt > at })
    if (verdict !== 'stop') hasEntered = true
    if (verdict === 'send') sent.push(at)
  }
  const cents = (at: number | null): number => (at !== null && at >= (due[0] ?? 0) ? order.cents : 0)
  return { hasEntered, paid: cents(payingInstant(order, sent)), left: cents(payingInstant(order, [])) }
}

function run(seed: number, truth = UNPAID_TRUTH): { measured: RecoveredMoney; true: number; sent: number } {
  const options = { fromMs: 0, overMinutes: 600, holdMinutes: 30, ordersPerPerson: 1, truth }
  const rng = createRng(`arms-${seed}`)
  const people: Person[] = []
  let recovered = 0
  for (const order of unpaidOrders({ seed: String(seed), orders: 600, ...options })) {
    const isHeld = rng.next() < PLAN.holdOutBp / 10_000
    const { hasEntered, paid, left } = live(order, isHeld)
    people.push({ isHeld, paid, hasEntered })
    if (hasEntered && !isHeld) recovered += paid - left
  }
  const sums = (isHeld: boolean) => {
    const group = people.filter((one) => one.hasEntered && one.isHeld === isHeld)
    const sum = (of: (paid: number) => number) => group.reduce((all, { paid }) => all + of(paid), 0)
    return { people: group.length, sum: sum((paid) => paid), squares: sum((paid) => paid ** 2) }
  }
  return { measured: recoveredMoney(sums(false), sums(true)), true: recovered, sent: people.length }
}

const runs = Array.from({ length: SEEDS }, (_, seed) => run(seed))

test('[P7.10] recovered money against the hold-out: the bounds hold the planted truth in 95 of 100 shops', () => {
  const held = runs.filter(
    ({ measured, true: truth }) => (measured.lowCents ?? 0) <= truth && truth <= (measured.highCents ?? 0),
  )
  // 200 shops at 95 %: fewer than 180 would come by chance once in several hundred.
  expect(held.length).toBeGreaterThanOrEqual(180)
})

test('[P7.10] it is not off to one side: over all shops it sums to the truth within two per cent', () => {
  const sum = (of: (one: (typeof runs)[number]) => number) => runs.reduce((all, one) => all + of(one), 0)
  const [measured, truth] = [sum(({ measured: { cents } }) => cents ?? 0), sum((one) => one.true)]
  expect(Math.abs(measured / truth - 1)).toBeLessThan(0.02)
})

test('[P7.10] where a message changes nothing, nothing is claimed but by chance', () => {
  const claimed = Array.from({ length: SEEDS }, (_, seed) => run(seed, { ...UNPAID_TRUTH, remindableShare: 0 })).filter(
    ({ measured: { lowCents, highCents } }) => (lowCents ?? 0) > 0 || (highCents ?? 0) < 0,
  )
  expect(claimed.length).toBeLessThanOrEqual(20)
})
