import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  checkShownOrder,
  chooseTesters,
  donationBalance,
  dutiesToRemind,
  lapseTradeIn,
  playTradeIn,
  scheduleOf,
  settlePartners,
  survivalCurve,
  type TradeIn,
} from '../src/index.ts'

const day = (text: string): BusinessDay => parseDay(text)

describe('trade-in', () => {
  const estimated: TradeIn = {
    tradeInId: 't',
    estimateCents: 30_000,
    subsidyCents: 10_000,
    sendByMs: 100,
    status: 'estimated',
  }
  const inspect = (worthCents: number) => {
    const sent = playTradeIn(estimated, { kind: 'send' }, 50)
    if (!sent.ok) throw new Error(sent.error.code)
    return playTradeIn(sent.value.state, { kind: 'inspect', worthCents }, 60)
  }

  it('[P6.23] after inspection the difference is settled both ways, and the item stands in the ledger of recycled goods', () => {
    expect(inspect(35_000)).toMatchObject({ value: { settlement: { toBuyerCents: 5000, recycledCents: 35_000 } } })
    expect(inspect(12_000)).toMatchObject({ value: { settlement: { toBuyerCents: -18_000, recycledCents: 12_000 } } })
  })

  it('[P6.23] an item that never comes is charged with its estimate and the subsidy', () => {
    expect(lapseTradeIn(estimated, 99).settlement).toBeNull()
    expect(lapseTradeIn(estimated, 100).settlement?.toBuyerCents).toBe(-40_000)
    expect(playTradeIn(estimated, { kind: 'inspect', worthCents: 1 }, 1)).toMatchObject({
      error: { code: 'wrong_state' },
    })
  })
})

describe('subscription', () => {
  const base = { firstDay: day('2026-01-01'), everyDays: 30, times: 4, skipped: [], pauses: [], stockOutDays: [] }
  const days = (more = {}) => scheduleOf({ ...base, ...more }).map((d) => d.day)

  it.each([
    ['plain', {}, ['2026-01-01', '2026-01-31', '2026-03-02', '2026-04-01']],
    [
      'the second is skipped and made up for at the end',
      { skipped: [2] },
      ['2026-01-01', '2026-03-02', '2026-04-01', '2026-05-01'],
    ],
    [
      'a pause moves everything behind it',
      { pauses: [{ fromDay: day('2026-01-20'), throughDay: day('2026-02-09') }] },
      ['2026-01-01', '2026-02-10', '2026-03-12', '2026-04-11'],
    ],
    [
      'a stock-out delays one delivery and leaves the rhythm',
      { stockOutDays: [day('2026-01-31'), day('2026-02-01')] },
      ['2026-01-01', '2026-02-02', '2026-03-02', '2026-04-01'],
    ],
  ])('[P6.26] %s', (_rule, more, expected) => expect(days(more)).toEqual(expected))

  it('[P6.26] Kaplan–Meier on the leukaemia data gives the published curve', () => {
    // 6-MP group of Freireich et al. (1963), in days where the source has weeks; + marks patients still in remission.
    const left = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    const stayed = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    const curve = survivalCurve([
      ...left.map((days) => ({ days, hasLeft: true })),
      ...stayed.map((days) => ({ days, hasLeft: false })),
    ])
    expect(curve.map((p) => [p.days, p.survival.toFixed(4), p.standardError.toFixed(4)])).toEqual([
      [6, '0.8571', '0.0764'],
      [7, '0.8067', '0.0869'],
      [10, '0.7529', '0.0963'],
      [13, '0.6902', '0.1068'],
      [16, '0.6275', '0.1141'],
      [22, '0.5378', '0.1282'],
      [23, '0.4482', '0.1346'],
    ])
  })
})

describe('donations', () => {
  it('[P6.29] the ledger is one yuan for each item that was kept; returns are taken back and nothing is paid twice', () => {
    const at = '2026-06-18'
    const { balance, problems } = donationBalance(
      [
        { kind: 'sale', orderId: 'a', units: 3, at },
        { kind: 'sale', orderId: 'b', units: 2, at },
        { kind: 'return', orderId: 'a', units: 1, at },
        { kind: 'payout', cents: 300, proof: 'receipt 1', at },
      ],
      100,
    )
    expect(balance).toEqual({ netUnits: 4, owedCents: 400, paidCents: 300, dueCents: 100 })
    expect(problems).toEqual([])
    const bad = donationBalance(
      [
        { kind: 'return', orderId: 'x', units: 1, at },
        { kind: 'payout', cents: 1, proof: '', at },
      ],
      100,
    )
    expect(bad.problems.map((p) => p.code)).toEqual(['returned_more_than_sold', 'paid_more_than_owed'])
  })
})

describe('partners', () => {
  it('[P6.27] both ways balance, a use that comes twice counts once', () => {
    const use = (useId: string, fromPartner: string, toPartner: string, priceCents: number, isNewCustomer = false) => ({
      useId,
      fromPartner,
      toPartner,
      priceCents,
      isNewCustomer,
    })
    const accounts = settlePartners([
      use('1', '店', '咖啡', 800, true),
      use('1', '店', '咖啡', 800, true),
      use('2', '咖啡', '店', 1500),
      use('3', '健身', '店', 1000, true),
    ])
    expect(accounts.reduce((sum, a) => sum + a.netCents, 0)).toBe(0)
    expect(accounts.find((a) => a.partner === '店')).toEqual({
      partner: '店',
      owesCents: 800,
      isOwedCents: 2500,
      netCents: 1700,
      newCustomers: 1,
    })
  })
})

describe('trials and shown orders', () => {
  const seed = '0'.repeat(64)

  it('[P6.32] the chosen are the same again in any order; a second application of one person does not count', () => {
    const applications = Array.from({ length: 30 }, (_, i) => ({
      applicationId: `a${String(i).padStart(2, '0')}`,
      buyerId: `b${i % 25}`,
      isEligible: i % 7 !== 0,
    }))
    const chosen = chooseTesters(applications, 5, seed)
    expect(chosen).toHaveLength(5)
    expect(new Set(chosen.map((c) => c.buyerId)).size).toBe(5)
    expect(chosen.every((c) => c.isEligible)).toBe(true)
    expect(chooseTesters([...applications].reverse(), 5, seed)).toEqual(chosen)
  })

  it('[P6.32] who has not reported is reminded once a day from the first reminder day on', () => {
    const duty = { buyerId: 'b', dueDay: '2026-05-10', remindedDays: ['2026-05-08'] }
    const first = () => '2026-05-08'
    expect(dutiesToRemind([duty], '2026-05-07', first)).toEqual([])
    expect(dutiesToRemind([duty], '2026-05-08', first)).toEqual([])
    expect(dutiesToRemind([duty], '2026-05-09', first)).toEqual([duty])
    expect(dutiesToRemind([{ ...duty, reportedDay: '2026-05-09' }], '2026-05-12', first)).toEqual([])
  })

  it('[P6.32] one reward an order, and a picture that was seen before is refused, also slightly changed', () => {
    const before = [{ orderId: 'o1', buyerId: 'a', fingerprint: 'ffff0000ffff0000' }]
    const shown = (orderId: string, fingerprint: string) =>
      checkShownOrder({ orderId, buyerId: 'b', fingerprint }, before, 4)
    expect(shown('o1', '0000000000000000')).toMatchObject({ reason: 'order_shown_before' })
    expect(shown('o2', 'ffff0000ffff0007')).toMatchObject({ reason: 'picture_seen_before', like: 'o1' })
    expect(shown('o2', 'ffff0000ffff001f')).toEqual({ accepted: true })
  })
})
