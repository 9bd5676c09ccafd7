import { describe, expect, test } from 'vitest'
import { line, yuan } from '../../test/lines.ts'
import { findProfile, linesOfProfile, quarterConflicts } from '../index.ts'

const profile = findProfile('annual-promotion')
const lines = profile ? linesOfProfile(profile, { year: 2027, totalCents: yuan(1_000_000) }) : []

const verdicts = (period: string) => {
  const row = quarterConflicts(lines).find((r) => r.period === period)
  return (
    row && {
      against: [row.annualChannel, row.annualBp],
      ...Object.fromEntries(row.readings.map((r) => [r.base, [r.verdict, r.limitBp]])),
    }
  )
}

describe('shares of quarters beside the shares of the year', () => {
  test('[P4.04] [X06] each is held against its annual share under every denominator, and what cannot be is named', () => {
    expect(verdicts('2027-Q1')).toEqual({
      against: ['shortVideo', 1500],
      total: ['conflict', 1500],
      period: ['depends', 3750],
      parent: ['fits', 1500],
      sales: ['unknown', 1500],
    })
    expect(verdicts('2027-Q2')).toMatchObject({
      against: ['creators', 1500],
      total: ['conflict', 1500],
      period: ['depends', 5000],
    })
    expect(verdicts('2027-Q4')).toMatchObject({
      against: ['traffic', 4000],
      total: ['conflict', 4000],
      period: ['depends', 8000],
    })
    expect(quarterConflicts(lines).every((row) => row.conflict && row.statedBase === null)).toBe(true)
  })

  test('with the quarter’s own budget known, a share of it fits or does not', () => {
    const known = lines.map((l) => (l.id === 'q2' ? { ...l, amountCents: yuan(600_000) } : l))
    const stated = known.map((l) => (l.id === 'q2-koc' ? { ...l, shareBase: 'period' as const } : l))
    const row = quarterConflicts(stated).find((r) => r.lineId === 'q2-koc')
    expect(row?.readings.find((r) => r.base === 'period')).toMatchObject({ ofTotalBp: 1800, verdict: 'conflict' })
    expect(row?.conflict).toBe(true)
  })

  test('a share of the channel’s own money is no conflict', () => {
    const stated = lines.map((l) => (l.id === 'q1-shortVideo' ? { ...l, shareBase: 'parent' as const } : l))
    expect(quarterConflicts(stated).find((r) => r.lineId === 'q1-shortVideo')?.conflict).toBe(false)
  })

  test('sales give the fourth reading', () => {
    const row = quarterConflicts(lines, { salesOf: () => yuan(400_000) }).find((r) => r.period === '2027-Q1')
    expect(row?.readings.find((r) => r.base === 'sales')).toMatchObject({ ofTotalBp: 1600, verdict: 'conflict' })
  })

  test('channels without an annual line, and annual lines themselves, are not spoken of', () => {
    expect(quarterConflicts([line({ id: 'a', channel: 'koc', period: '2027-Q2', shareBp: 3000 })])).toEqual([])
  })
})
