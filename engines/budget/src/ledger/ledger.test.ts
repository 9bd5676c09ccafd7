import { type Cents, cents, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { line, yuan } from '../../test/lines.ts'
import {
  addBalances,
  balanceOf,
  balancesOf,
  checkRepeat,
  ENTRY_KINDS,
  type EntryKind,
  findVariances,
  LEDGER_STATES,
  type LedgerEntry,
  type Posting,
  postEntry,
  trialBalance,
} from '../index.ts'

const LINES = [
  line({ id: 'all' }),
  line({ id: 'ads', parentId: 'all', channel: 'keyword' }),
  line({ id: 'video', parentId: 'all', channel: 'shortVideo' }),
  line({ id: 'reserve', parentId: 'all', kind: 'reserve', channel: 'reserve' }),
]

const entry = (kind: EntryKind, amount: number, given: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: `${kind}-${amount}`,
  kind,
  lineId: 'ads',
  toLineId: null,
  amountCents: yuan(amount),
  day: parseDay('2027-03-01'),
  from: null,
  reference: '',
  note: '',
  overspendReason: null,
  ...given,
})

/** Posts one after another; refused entries leave no trace. */
function run(entries: readonly LedgerEntry[]): { postings: Posting[]; refused: string[] } {
  const postings: Posting[] = []
  const refused: string[] = []
  for (const given of entries) {
    const posted = postEntry({ lines: LINES, balances: balancesOf(postings) }, given)
    if (posted.ok) postings.push(posted.value)
    else refused.push(posted.error.code)
  }
  return { postings, refused }
}

const statesOf = (entries: readonly LedgerEntry[]) => balanceOf(balancesOf(run(entries).postings), 'ads')

describe('the budget ledger', () => {
  test('money goes from planned to committed to accrued to spent, and a refund comes back', () => {
    const course = [
      entry('plan', 100),
      entry('commit', 60),
      entry('accrue', 30),
      entry('spend', 20, { from: 'accrued' }),
      entry('spend', 10),
      entry('refund', 5),
      entry('cancel', 15),
      entry('close', 50),
    ]
    expect(run(course).refused).toEqual([])
    expect(statesOf(course)).toEqual({
      planned: 1000,
      committed: 500,
      accrued: 1000,
      spent: 2500,
      released: 5000,
      budgetCents: 5000,
    })
  })

  test.each([
    ['more than is planned', [entry('plan', 10), entry('commit', 11)], 'not_enough'],
    ['payment of what was never committed', [entry('plan', 10), entry('spend', 5)], 'not_enough'],
    [
      'an overspend reason on what was never committed',
      [entry('plan', 10), entry('spend', 5, { overspendReason: '急' })],
      'not_enough',
    ],
    ['a cut below what is free', [entry('plan', 10), entry('commit', 8), entry('plan', -5)], 'not_enough'],
    ['an amount of nothing', [entry('commit', 0)], 'amount_not_positive'],
    ['a line that is not in the plan', [entry('plan', 1, { lineId: 'nobody' })], 'unknown_line'],
    ['a heading', [entry('plan', 1, { lineId: 'all' })], 'heading_line'],
    ['a transfer to itself', [entry('plan', 1), entry('transfer', 1, { toLineId: 'ads' })], 'same_line'],
    [
      'spend of the reserve',
      [entry('plan', 1, { lineId: 'reserve' }), entry('commit', 1, { lineId: 'reserve' })],
      'reserve_untouched',
    ],
    [
      'a transfer out of the reserve',
      [entry('plan', 1, { lineId: 'reserve' }), entry('transfer', 1, { lineId: 'reserve', toLineId: 'ads' })],
      'reserve_untouched',
    ],
    [
      'a release of what is no reserve',
      [entry('plan', 1), entry('release', 1, { toLineId: 'video' })],
      'not_a_reserve',
    ],
  ])('%s is refused and changes nothing', (_name, entries, code) => {
    const { postings, refused } = run(entries)
    expect(refused).toEqual([code])
    expect(trialBalance(balancesOf(postings))).toBe(0)
  })

  test('more than is planned goes through only with a reason, and shows as overspent', () => {
    const balance = statesOf([entry('plan', 10), entry('commit', 12, { overspendReason: '爆发日追加' })])
    expect(balance).toMatchObject({ planned: -200, committed: 1200 })
    const subject = { key: 'ads', balance, elapsed: null, measuredCents: null }
    const found = findVariances([subject], { nearlyUsed: 0.9, offCourse: 0.1, unmatched: 0.05 })
    expect(found.map((v) => [v.code, v.differenceCents])).toEqual([['overspent', 200]])
  })

  test('the same entry again is no new posting, another one under its id is refused', () => {
    const [posting] = run([entry('plan', 10)]).postings
    if (!posting) throw new Error('not posted')
    expect(checkRepeat(posting, entry('plan', 10))).toEqual({ ok: true, value: 'duplicate' })
    expect(checkRepeat(posting, entry('plan', 11))).toMatchObject({ error: { code: 'id_reused' } })
  })
})

const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...ENTRY_KINDS),
  lineId: fc.constantFrom('ads', 'ads', 'video', 'video', 'reserve', 'all', 'nobody'),
  toLineId: fc.constantFrom('ads', 'video', 'reserve', null),
  amountCents: fc.integer({ min: -500, max: 2000 }).map(cents),
  day: fc.constant(parseDay('2027-03-01')),
  from: fc.constantFrom('planned', 'committed', 'accrued', null),
  reference: fc.constant(''),
  note: fc.constant(''),
  overspendReason: fc.constant(null),
})

/** Every line gets money first, so that most of what follows can be posted. */
const FUNDS = ['ads', 'video', 'reserve'].map((lineId) => entry('plan', 100, { lineId }))

describe('any course of postings', () => {
  test('[P4.08] conserves: all accounts add up to nothing, lines to what the plan gave, and no account is below nothing', () => {
    let posted = 0
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 80, size: 'max' }), (entries) => {
        const { postings } = run([...FUNDS, ...entries])
        posted += postings.length - FUNDS.length
        const balances = balancesOf(postings)
        expect(trialBalance(balances)).toBe(0)
        const lines = addBalances(['ads', 'video', 'reserve'].map((id) => balanceOf(balances, id)))
        expect(lines.budgetCents + lines.released).toBe(-balanceOf(balances, null).planned)
        for (const id of ['ads', 'video', 'reserve'])
          for (const state of LEDGER_STATES) expect(balanceOf(balances, id)[state]).toBeGreaterThanOrEqual(0)
        for (const { legs } of postings) expect(legs.reduce<number>((n, leg) => n + leg.amountCents, 0)).toBe(0)
      }),
      { seed: 408, numRuns: 300 },
    )
    expect(posted).toBeGreaterThan(1000)
  })

  test('comes to the same balances in any order of adding up', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const { postings } = run([...FUNDS, ...entries])
        const asObject = (p: readonly Posting[]) =>
          Object.fromEntries([...balancesOf(p)].map(([k, v]) => [String(k), v]))
        expect(asObject(postings.toReversed())).toEqual(asObject(postings))
      }),
      { seed: 409, numRuns: 100 },
    )
  })
})

describe('variances', () => {
  const limits = { nearlyUsed: 0.9, offCourse: 0.1, unmatched: 0.05 }
  const balance = statesOf([entry('plan', 100), entry('commit', 60), entry('spend', 40)])
  const found = (given: { elapsed?: number; measuredCents?: Cents }) =>
    findVariances([{ key: 'ads', balance, elapsed: null, measuredCents: null, ...given }], limits).map((v) => [
      v.code,
      v.differenceCents,
    ])

  test.each([
    ['ahead of an even course', { elapsed: 0.4 }, [['ahead', 2000]]],
    ['behind it', { elapsed: 0.9 }, [['behind', -3000]]],
    ['within the tolerance', { elapsed: 0.55 }, []],
    ['tools report more than was posted', { measuredCents: yuan(45) }, [['unmatched_actual', 500]]],
    ['tools report what was posted', { measuredCents: yuan(41) }, []],
  ])('%s', (_name, given, expected) => {
    expect(found(given)).toEqual(expected)
  })
})
