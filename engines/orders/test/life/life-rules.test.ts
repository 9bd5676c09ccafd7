import { describe, expect, test } from 'vitest'
import {
  DEFAULT_LIFE_POLICY,
  decideLife,
  dueCommands,
  keptCents,
  type LifeCommand,
  type LifeEffect,
  nextDueAt,
  type OrderLife,
  openLife,
} from '../../src/index.ts'

const HOUR = 3_600_000
const T0 = Date.parse('2026-11-10T12:00:00.000Z')
const placed = (depositCents = 0): OrderLife =>
  openLife({
    orderId: 'o',
    payableCents: 30_000,
    depositCents,
    lines: [{ lineId: 'a', skuId: 'cream', units: 2, payableCents: 30_000 }],
    placedAt: T0,
    holdUntil: T0 + HOUR,
  })

/** Tells an order one command after the other; the last answer, and every effect that was given out. */
function tell(order: OrderLife, ...commands: readonly (LifeCommand & { at?: number })[]) {
  let now = T0
  let state = order
  const effects: LifeEffect[] = []
  for (const { at, ...command } of commands) {
    now = at ?? now
    const decision = decideLife(state, command as LifeCommand, { now, policy: DEFAULT_LIFE_POLICY })
    if (!decision.ok) return { order: state, effects, error: decision.error }
    state = decision.value.order
    effects.push(...decision.value.effects)
  }
  return { order: state, effects, error: undefined }
}

const pay = (cents: number, paymentId = 'p1'): LifeCommand => ({ kind: 'takeMoney', paymentId, cents })
const settled = (n: number): LifeCommand[] => [
  { kind: 'stockTaken', n },
  { kind: 'couponsUsed', n: n + 1, holdUntil: T0 + 48 * HOUR },
]
const PAID = [pay(30_000), ...settled(1)]
const kindsOf = (effects: readonly LifeEffect[]) => effects.map(({ kind }) => kind)

describe('[P7.01] money and what it settles', () => {
  test('a payment takes stock, then coupons, and the order is paid', () => {
    const { order, effects } = tell(placed(), ...PAID)
    expect([order.stage, keptCents(order), kindsOf(effects)]).toEqual(['paid', 30_000, ['takeStock', 'useCoupons']])
  })

  test('stock that is gone when the money comes: coupons are released and the money goes back', () => {
    const { order, effects } = tell(placed(), pay(30_000), { kind: 'stockGone', n: 1 })
    expect([order.stage, order.cancelReason, keptCents(order)]).toEqual(['cancelled', 'stock_gone', 0])
    expect(kindsOf(effects)).toEqual(['takeStock', 'releaseCoupons', 'refundPayment'])
  })

  test('coupons that are gone: the units come back and the money goes back', () => {
    const { order, effects } = tell(placed(), pay(30_000), { kind: 'stockTaken', n: 1 }, { kind: 'couponsGone', n: 2 })
    expect(order.cancelReason).toBe('coupons_gone')
    expect(kindsOf(effects)).toEqual(['takeStock', 'useCoupons', 'returnStock', 'refundPayment'])
  })

  test.each([
    ['a second payment', pay(30_000, 'p2')],
    ['another amount', pay(1, 'p2')],
  ])('%s goes back whole and changes nothing else', (_, extra) => {
    const { order, effects } = tell(placed(), ...PAID, extra)
    expect([order.stage, keptCents(order), effects.at(-1)?.kind]).toEqual(['paid', 30_000, 'refundPayment'])
  })

  test('the same payment again is nothing; under another amount it is refused', () => {
    expect(tell(placed(), ...PAID, pay(30_000)).effects).toHaveLength(2)
    expect(tell(placed(), ...PAID, pay(29_999)).error).toBe('amount_differs')
  })

  test('nothing is cancelled while its money is being settled', () => {
    expect(tell(placed(), pay(30_000), { kind: 'cancel', by: 'buyer' }).error).toBe('settling_now')
  })
})

describe('presales', () => {
  const DEPOSIT = [pay(2000), ...settled(1)]

  test('the deposit keeps the order until its balance is due, the balance pays it', () => {
    const deposit = tell(placed(2000), ...DEPOSIT).order
    expect([deposit.stage, keptCents(deposit), nextDueAt(deposit, DEFAULT_LIFE_POLICY)]).toEqual([
      'deposit',
      2000,
      T0 + 48 * HOUR,
    ])
    expect(tell(deposit, pay(28_000, 'p2'), ...settled(3)).order).toMatchObject({ stage: 'paid', stock: 'taken' })
  })

  test('a balance that is not paid forfeits the deposit; a shop that cancels gives it back', () => {
    const deposit = tell(placed(2000), ...DEPOSIT).order
    const lapsed = tell(deposit, { kind: 'cancel', by: 'time' })
    expect([lapsed.order.cancelReason, keptCents(lapsed.order)]).toEqual(['forfeited', 2000])
    expect(keptCents(tell(deposit, { kind: 'cancel', by: 'shop' }).order)).toBe(0)
  })
})

describe('[P7.12] after-sale', () => {
  const ask = (caseKind: 'return' | 'refund', units: number, agreedCents = 0): LifeCommand => ({
    ...{ kind: 'askAfterSale', caseId: 'c', caseKind, lines: [{ lineId: 'a', units }], agreedCents, reason: '' },
  })
  const parcel = { parcelId: 'p', warehouse: 'w', carrier: '', promisedAt: 0, lines: [{ lineId: 'a', units: 2 }] }
  const SENT: LifeCommand[] = [
    { kind: 'planParcels', parcels: [parcel] },
    { kind: 'sendParcel', parcelId: 'p', carrier: 'sf', trackingNo: 't' },
  ]

  test.each([
    ['goods that were not sent cannot be returned', [ask('return', 1)], 'units_differ'],
    ['no more than was bought can be let go', [ask('refund', 3)], 'units_differ'],
    ['goods on their way are not let go', [...SENT, ask('refund', 1)], 'units_differ'],
    ['an agreed amount is at most what was kept', [...SENT, ask('refund', 1, 30_001)], 'amount_invalid'],
    [
      'a line the order has not',
      [{ ...ask('refund', 1), lines: [{ lineId: 'x', units: 1 }] } as LifeCommand],
      'line_unknown',
    ],
    [
      'two cases cannot have the same units',
      [ask('refund', 2), { ...ask('refund', 1), caseId: 'd' } as LifeCommand],
      'units_differ',
    ],
    ['units being let go are not sent', [ask('refund', 1), ...SENT], 'case_state'],
  ])('%s', (_, commands, error) => {
    expect(tell(placed(), ...PAID, ...commands).error).toBe(error)
  })

  test('everything let go before it was sent ends the order with all its money back', () => {
    const agreed = tell(placed(), ...PAID, ask('refund', 2), { kind: 'agreeCase', caseId: 'c', by: 'shop' })
    expect(kindsOf(agreed.effects).slice(2)).toEqual(['returnStock', 'giveBack'])
    const { order } = tell(
      agreed.order,
      { kind: 'effectDone', n: 3 },
      { kind: 'gaveBack', n: 4, cents: 30_000 },
      { kind: 'effectDone', n: 5 },
    )
    expect([order.stage, keptCents(order), order.open]).toEqual(['cancelled', 0, []])
  })

  test('silence of the shop agrees, of the buyer withdraws, and an order with an open case is not received by itself', () => {
    const { order } = tell(placed(), ...PAID, ...SENT, ask('return', 1))
    const due = (state: OrderLife, hours: number) =>
      dueCommands(state, { now: T0 + hours * HOUR, policy: DEFAULT_LIFE_POLICY })
    expect(due(order, 47)).toEqual([])
    expect(due(order, 48)).toEqual([{ kind: 'agreeCase', caseId: 'c', by: 'time' }])
    const agreed = tell(order, { kind: 'agreeCase', caseId: 'c', by: 'shop' }).order
    expect(due(agreed, 400)).toEqual([{ kind: 'withdrawCase', caseId: 'c', by: 'time' }])
    const alone = tell(agreed, { kind: 'withdrawCase', caseId: 'c', by: 'buyer' }).order
    expect(due(alone, 240)).toEqual([{ kind: 'receive', by: 'time' }])
  })
})
