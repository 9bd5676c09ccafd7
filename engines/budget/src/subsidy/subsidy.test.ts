import { cents, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addPositions,
  balanceOf,
  balancesOf,
  batchMoney,
  checkMove,
  type SubsidyBatch,
  type SubsidyMove,
  settleBatch,
  subsidyPosition,
} from '../index.ts'
import { legsOf } from '../ledger/legs-of.ts'

const batch = (given: Partial<SubsidyBatch> = {}): SubsidyBatch => ({
  id: 'c1',
  lineId: 'coupons',
  kind: 'coupon',
  name: '满 200 减 20',
  valueCents: cents(2000),
  perUnits: 1,
  validThroughDay: parseDay('2027-11-13'),
  expectedRedemptionBp: 3000,
  ...given,
})
const move = (kind: SubsidyMove['kind'], units: number, day = '2027-11-11'): SubsidyMove => ({
  batchId: 'c1',
  kind,
  units,
  day: parseDay(day),
})
const at = (day: string, moves: readonly SubsidyMove[], b = batch()) => subsidyPosition(b, moves, parseDay(day))

describe('subsidies', () => {
  const moves = [move('issue', 1000, '2027-11-01'), move('redeem', 280), move('return', 5, '2027-11-12')]

  test('[P4.09] expected and actual cost and the liability of what is not used, exact before and after the last day', () => {
    expect(at('2027-11-13', moves)).toMatchObject({
      issuedCents: 2_000_000,
      expectedCostCents: 600_000,
      actualCostCents: 550_000,
      liabilityCents: 1_450_000,
      lapsedCents: 0,
      outstandingUnits: 725,
    })
    expect(at('2027-11-14', moves)).toMatchObject({
      actualCostCents: 550_000,
      liabilityCents: 0,
      lapsedCents: 1_450_000,
      outstandingUnits: 0,
      expiredUnits: 725,
    })
  })

  test('a coupon given back after the last day lapses at once', () => {
    const late = [...moves, move('return', 10, '2027-11-20')]
    expect(at('2027-11-20', late)).toMatchObject({ actualCostCents: 530_000, liabilityCents: 0, expiredUnits: 735 })
  })

  test('points that are worth less than a fen each are rounded once, not each', () => {
    const points = batch({ kind: 'points', valueCents: cents(1), perUnits: 3 })
    const used = [move('issue', 1000, '2027-11-01'), move('redeem', 100), move('redeem', 100)]
    expect(at('2027-11-12', used, points)).toMatchObject({ issuedCents: 333, actualCostCents: 67, liabilityCents: 266 })
  })

  test.each([
    ['more than is out', move('redeem', 726), 'more_than_outstanding'],
    ['use after the last day', move('redeem', 1, '2027-11-14'), 'expired'],
    ['issue after the last day', move('issue', 1, '2027-11-14'), 'expired'],
    ['more back than was used', move('return', 276), 'more_than_redeemed'],
    ['half a coupon', move('redeem', 0.5), 'units_not_positive'],
  ])('%s is refused', (_name, next, code) => {
    expect(checkMove(batch(), moves, next)).toMatchObject({ ok: false, error: { code } })
  })

  test('[P4.09] issued value is cost, liability and what lapsed together, for any course and any kind', () => {
    const step = fc.record({
      kind: fc.constantFrom('issue', 'redeem', 'return'),
      units: fc.integer({ min: 1, max: 500 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    const batches = fc.record({
      valueCents: fc.integer({ min: 1, max: 99_999 }).map(cents),
      perUnits: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(batches, fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 28 }), (value, steps, asOf) => {
        const b = batch(value)
        const course: SubsidyMove[] = []
        for (const s of steps.toSorted((x, y) => x.day - y.day)) {
          const next = move(s.kind as SubsidyMove['kind'], s.units, `2027-11-${String(s.day).padStart(2, '0')}`)
          if (checkMove(b, course, next).ok) course.push(next)
        }
        const position = at(`2027-11-${String(asOf).padStart(2, '0')}`, course, b)
        const { issuedCents, actualCostCents, liabilityCents, lapsedCents } = position
        expect(actualCostCents + liabilityCents + lapsedCents).toBe(issuedCents)
        expect(addPositions([position, position]).liabilityCents).toBe(2 * liabilityCents)
        if (asOf > 13) expect(liabilityCents).toBe(0)
      }),
      { seed: 410, numRuns: 300 },
    )
  })

  test('the ledger follows a batch from issue to its end: paid is what was used, and nothing stays set aside', () => {
    const course = [...moves, move('redeem', 300, '2027-11-13')]
    const days = ['2027-11-01', '2027-11-11', '2027-11-12', '2027-11-13', '2027-11-14']
    const states = days.map((day) => batchMoney(at(day, course)))
    expect(states).toEqual([
      { spentCents: 0, accruedCents: 600_000 },
      { spentCents: 560_000, accruedCents: 40_000 },
      { spentCents: 550_000, accruedCents: 50_000 },
      { spentCents: 1_150_000, accruedCents: 0 },
      { spentCents: 1_150_000, accruedCents: 0 },
    ])
    const start = { spentCents: cents(0), accruedCents: cents(0) }
    const entries = states.flatMap((state, i) => settleBatch(states[i - 1] ?? start, state))
    expect(entries.map((e) => [e.kind, e.from, e.amountCents])).toEqual([
      ['accrue', 'planned', 600_000],
      ['spend', 'accrued', 560_000],
      ['refund', null, 10_000],
      ['accrue', 'planned', 10_000],
      ['spend', 'accrued', 50_000],
      ['spend', 'planned', 550_000],
    ])
    const plan = { id: 'p', kind: 'plan' as const, from: null, amountCents: cents(2_000_000) }
    const legs = [plan, ...entries].map((e) => {
      const whole = { lineId: 'coupons', toLineId: null, day: parseDay('2027-11-01'), reference: '', note: '', id: 'x' }
      return { legs: legsOf({ ...whole, ...e, overspendReason: null }) }
    })
    expect(balanceOf(balancesOf(legs), 'coupons')).toMatchObject({ planned: 850_000, accrued: 0, spent: 1_150_000 })
  })
})
