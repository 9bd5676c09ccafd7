import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_LIFE_POLICY,
  decideLife,
  duePayment,
  keptCents,
  type LifeCommand,
  type LifeEffect,
  type OrderLife,
  openLife,
} from '../../src/index.ts'
import { LifeWorld } from './life-world.ts'

const T0 = Date.parse('2026-11-10T12:00:00.000Z')
const PRICE = 30_000
const CHECK_MS = 300_000

const doubted = (): OrderLife =>
  openLife({
    orderId: 'o',
    payableCents: PRICE,
    depositCents: 0,
    lines: [{ lineId: 'a', skuId: 'cream', units: 2, payableCents: PRICE }],
    placedAt: T0,
    holdUntil: T0 + 3_600_000,
    checkUntil: T0 + CHECK_MS,
  })

type Told = LifeCommand & { at?: number }
const pass: Told = { kind: 'passCheck' }
const fail: Told = { kind: 'failCheck', by: 'buyer' }
const pay: Told = { kind: 'takeMoney', paymentId: 'p1', cents: PRICE }
const cancel: Told = { kind: 'cancel', by: 'buyer' }

/** The order after what was told it, in one line, with the effects that were given out and the last refusal. */
function story(...told: readonly Told[]) {
  let order = doubted()
  let refusal = ''
  const effects: LifeEffect['kind'][] = []
  for (const { at = T0, ...command } of told) {
    const decision = decideLife(order, command as LifeCommand, { now: at, policy: DEFAULT_LIFE_POLICY })
    refusal = decision.ok ? '' : decision.error
    if (!decision.ok) continue
    order = decision.value.order
    effects.push(...decision.value.effects.map(({ kind }) => kind))
  }
  return { stage: order.stage, ended: order.cancelReason, kept: keptCents(order), effects, refusal }
}

const FREED = ['releaseStock', 'releaseCoupons'] as const

describe('[P13.01] an order in its second check', () => {
  test.each([
    ['passed, then paid', [pass, pay], { stage: 'settling', ended: null, kept: PRICE, effects: ['takeStock'] }],
    ['paid before it is passed', [pay], { stage: 'placed', ended: null, kept: 0, effects: ['refundPayment'] }],
    ['failed', [fail], { stage: 'cancelled', ended: 'unverified', kept: 0, effects: FREED }],
    ['paid after it failed', [fail, pay], { stage: 'cancelled', kept: 0, effects: [...FREED, 'refundPayment'] }],
    ['passed after it failed', [fail, pass], { stage: 'cancelled', effects: FREED, refusal: 'wrong_stage' }],
    ['failed after it passed', [pass, fail], { stage: 'placed', effects: [], refusal: 'wrong_stage' }],
    [
      'passed when its time is just over',
      [{ ...pass, at: T0 + CHECK_MS }],
      { stage: 'placed', refusal: 'wrong_stage' },
    ],
    ['passed at the last moment', [{ ...pass, at: T0 + CHECK_MS - 1 }], { stage: 'placed', refusal: '' }],
    ['cancelled by the buyer meanwhile', [cancel, fail], { stage: 'cancelled', ended: 'buyer', effects: FREED }],
  ] as const)('%s', (_what, told, expected) => {
    expect(story(...told)).toMatchObject(expected)
  })

  test('asks for no money until it is passed', () => {
    const order = doubted()
    const passed = { ...order, check: { state: 'passed' as const, until: T0 } }
    expect([duePayment(order), duePayment(passed)]).toEqual([undefined, { part: 'whole', cents: PRICE }])
  })
})

const ORDERS = ['o0', 'o1', 'o2', 'o3'] as const
const anyOrder = fc.constantFrom(...ORDERS)
const paymentOf = fc.constantFrom('p0', 'p1')

/** What may come at any time, in any order: answers of buyers, money, the clock, and effects that are carried out late and twice. */
const anyStep = fc.oneof(
  fc.record({ step: fc.constant('place'), orderId: anyOrder, isDoubted: fc.boolean() }),
  fc.record({ step: fc.constant('pass'), orderId: anyOrder }),
  fc.record({ step: fc.constant('fail'), orderId: anyOrder }),
  fc.record({ step: fc.constant('cancel'), orderId: anyOrder }),
  fc.record({ step: fc.constant('pay'), orderId: anyOrder, paymentId: paymentOf, isRight: fc.boolean() }),
  fc.record({ step: fc.constant('wait'), ms: fc.constantFrom(100, 4_000, 9_000) }),
  fc.record({ step: fc.constant('work'), again: fc.constantFrom(0, 0.5), lost: fc.constantFrom(0, 0.5) }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never

/** Commands that were taken, to be said again later. */
type Taken = { orderId: string; command: LifeCommand }[]

function tell(world: LifeWorld, taken: Taken, orderId: string, command: LifeCommand): void {
  if (world.tell(orderId, command)) taken.push({ orderId, command })
}

function payIn(world: LifeWorld, taken: Taken, step: { orderId: string; paymentId: string; isRight: boolean }): void {
  const { orderId, isRight } = step
  const due = world.orders.get(orderId)?.order.payableCents
  if (due === undefined) return
  const paymentId = `${orderId}-${step.paymentId}`
  // A bank tells the same payment under the same amount, however often it tells it.
  const cents = world.bank.get(paymentId)?.cents ?? (isRight ? due : due - 1)
  world.payIn(orderId, paymentId, cents, false)
  tell(world, taken, orderId, { kind: 'takeMoney', paymentId, cents })
}

const COMMAND_OF: Readonly<Record<string, LifeCommand>> = {
  pass: { kind: 'passCheck' },
  fail: { kind: 'failCheck', by: 'buyer' },
  cancel: { kind: 'cancel', by: 'buyer' },
}

function take(world: LifeWorld, taken: Taken, step: Step): void {
  if ('ms' in step) world.advance(step.ms)
  else if ('again' in step) world.work(step)
  else if ('paymentId' in step) payIn(world, taken, step)
  else if ('isDoubted' in step) {
    if (!world.orders.has(step.orderId)) world.place(step.orderId, step.isDoubted ? { checkMs: 8_000 } : {})
  } else {
    const command = COMMAND_OF[step.step]
    if (command) tell(world, taken, step.orderId, command)
  }
}

const isUnproven = ({ check }: OrderLife): boolean => check !== undefined && check.state !== 'passed'

/** Nothing is taken of an order that has not passed, at whatever moment one looks. */
function expectUntouched(world: LifeWorld): void {
  for (const [orderId, { order }] of world.orders) {
    if (!isUnproven(order)) continue
    expect([orderId, keptCents(order)]).toEqual([orderId, 0])
    expect(order.open.map(({ kind }) => kind)).not.toContain('takeStock')
    expect(order.stock).not.toBe('taken')
  }
}

function runStream(steps: readonly Step[]): { world: LifeWorld; taken: Taken } {
  const world = new LifeWorld(1301)
  const taken: Taken = []
  for (const step of steps) {
    take(world, taken, step)
    expectUntouched(world)
  }
  finish(world)
  return { world, taken }
}

function finish(world: LifeWorld): void {
  while (world.work({ again: 0, lost: 0 }));
}

const unitsHeld = (world: LifeWorld, skuId: string): number =>
  [...world.orders.values()]
    .filter(({ order }) => order.stage === 'placed')
    .flatMap(({ order }) => order.lines)
    .reduce((sum, line) => (line.skuId === skuId ? sum + line.units : sum), 0)

const STREAMS = 60
const streams = fc.array(anyStep, { minLength: 10, maxLength: 60 })
const check = (holds: (run: ReturnType<typeof runStream>) => void): void =>
  fc.assert(
    fc.property(streams, (steps) => holds(runStream(steps))),
    { seed: 1301, numRuns: STREAMS },
  )

describe(`[P13.01] whatever comes in whatever order (${STREAMS} streams)`, () => {
  test('money is never taken from an order whose check was not passed, and what came goes back', () => {
    let unproven = 0
    check(({ world }) => {
      for (const [orderId, { order }] of world.orders)
        if (isUnproven(order)) {
          unproven++
          expect(world.bankHolds(orderId)).toBe(0)
        }
    })
    expect(unproven).toBeGreaterThan(STREAMS / 2)
  })

  test('no unit is stuck: the core holds what open orders hold, and nothing at all once their time is over', () => {
    check(({ world }) => {
      const rest = () => (['a', 'b'] as const).map((skuId, at) => ({ skuId, ...world.shop.item(at + 1) }))
      for (const { skuId, held } of rest()) expect(held).toBe(unitsHeld(world, skuId))
      world.advance(60_000)
      finish(world)
      for (const { skuId, free, held, locked, sold, stock } of rest())
        expect({ held, locked, sold, free }).toEqual({
          held: 0,
          locked: 0,
          sold: world.soldByOrders(skuId),
          free: stock - sold,
        })
    })
  })

  test('the same event again, at any later time, changes nothing', () => {
    check(({ world, taken }) => {
      for (const { orderId, command } of taken) {
        const before = world.orders.get(orderId)?.order
        world.tell(orderId, command)
        expect(world.orders.get(orderId)?.order).toEqual(before)
      }
    })
  })
})
