import { parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ContractTerm,
  contractStanding,
  type LevelVerdict,
  levelPeriods,
  proposeRenewal,
  scorePartner,
} from '../../src/index.ts'

const verdict = (outcome: LevelVerdict['outcome'], weight = 1): LevelVerdict => ({
  level: 'l',
  weight,
  period: '2026-11-02',
  outcome,
})
const day = parseDay

describe('[P4.15] the score of a partner', () => {
  it.each([
    ['nothing judged: no score, not zero', [verdict('unknown')], null],
    ['every level kept', [verdict('kept'), verdict('kept')], 100],
    ['weights count', [verdict('kept', 3), verdict('missed', 1)], 75],
    ['what could not be judged counts neither way', [verdict('kept'), verdict('missed'), verdict('unknown', 9)], 50],
    ['one decimal', [verdict('kept', 2), verdict('missed', 1)], 66.7],
  ] as const)('%s', (_what, verdicts, score) => expect(scorePartner(verdicts).score).toBe(score))

  it('[P4.15] a level that is missed instead of kept lowers the score, whatever stands beside it', () => {
    const any = fc.record({ outcome: fc.constantFrom('kept', 'missed', 'unknown' as const), weight: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (others, weight) => {
        const beside = others.map((one) => verdict(one.outcome as LevelVerdict['outcome'], one.weight + 1))
        const kept = scorePartner([...beside, verdict('kept', weight)]).score ?? 0
        const missed = scorePartner([...beside, verdict('missed', weight)]).score ?? 0
        expect(missed).toBeLessThan(kept)
      }),
      { seed: 415, numRuns: 200 },
    )
  })

  it('a level without weight is refused', () => expect(() => scorePartner([verdict('kept', 0)])).toThrow())

  it.each([
    ['too few judged levels', 100, 5, 'tooEarly'],
    ['keeps what was agreed', 90, 6, 'renew'],
    ['something to talk about', 89.9, 6, 'renegotiate'],
    ['at the lower limit it is still talked about', 70, 6, 'renegotiate'],
    ['somebody else is looked for', 69.9, 6, 'part'],
    ['no score', null, 0, 'tooEarly'],
  ] as const)('renewal: %s', (_what, score, judged, proposal) =>
    expect(proposeRenewal({ score, judged })).toBe(proposal),
  )
})

describe('[P4.15] the term of a contract', () => {
  const term: ContractTerm = {
    state: 'signed',
    fromDay: day('2026-01-01'),
    lastDay: day('2026-12-31'),
    noticeDays: 30,
    renewsItself: false,
  }
  it.each([
    ['the day before it begins', '2025-12-31', {}, 'notYet', 365],
    ['31 days before notice has to be given', '2026-10-31', {}, 'running', 61],
    ['30 days before notice has to be given', '2026-11-01', {}, 'renewalDue', 60],
    ['on its last day', '2026-12-31', {}, 'renewalDue', 0],
    ['the day after', '2027-01-01', {}, 'expired', -1],
    ['the day after, one that renews itself', '2027-01-01', { renewsItself: true }, 'running', -1],
    ['one that was ended', '2026-06-01', { state: 'ended' as const }, 'ended', 213],
  ] as const)('%s', (_what, today, change, standing, daysLeft) =>
    expect(contractStanding({ ...term, ...change }, day(today))).toEqual({
      standing,
      decideBy: '2026-12-01',
      daysLeft,
    }),
  )
})

describe('[P4.15] the periods of a service level', () => {
  const ask = { fromDay: day('2026-10-14'), lastDay: day('2026-12-31'), today: day('2026-11-11'), count: 12 }
  it('whole weeks since the signature that are over; the week of the signature is not judged', () =>
    expect(levelPeriods({ ...ask, grain: 'week' })).toEqual([
      { from: '2026-10-19', to: '2026-10-26' },
      { from: '2026-10-26', to: '2026-11-02' },
      { from: '2026-11-02', to: '2026-11-09' },
    ]))
  it('whole months, and none that the contract covers in part', () =>
    expect(levelPeriods({ ...ask, fromDay: day('2026-09-01'), grain: 'month' })).toEqual([
      { from: '2026-09-01', to: '2026-10-01' },
      { from: '2026-10-01', to: '2026-11-01' },
    ]))
  it('after the end nothing more is judged, and of many the latest', () => {
    const over = levelPeriods({ ...ask, grain: 'week', lastDay: day('2026-11-03'), count: 1 })
    expect(over).toEqual([{ from: '2026-10-26', to: '2026-11-02' }])
  })
})
