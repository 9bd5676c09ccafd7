import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { yuan } from '../../test/lines.ts'
import { checkRelease, type Posting, type ReleaseRequest, reserveStatus } from '../index.ts'
import { legsOf } from '../ledger/legs-of.ts'

const request: ReleaseRequest = {
  reserveLineId: 'reserve',
  toLineId: 'ads',
  amountCents: yuan(30),
  trigger: 'competitorPriceWar',
  evidence: '竞品 A 11月9日 降价 15 %',
  askedBy: 'user:1',
  approver: 'user:2',
}
const refusal = (given: Partial<ReleaseRequest>) => {
  const checked = checkRelease({ ...request, ...given }, yuan(50))
  return checked.ok ? null : checked.error.code
}

describe('the reserve', () => {
  test('[P4.07] is not released without a trigger, its evidence, an amount it holds and an approver who is somebody else', () => {
    expect(refusal({})).toBeNull()
    expect(refusal({ trigger: null })).toBe('trigger_missing')
    expect(refusal({ evidence: '  ' })).toBe('evidence_missing')
    expect(refusal({ amountCents: yuan(0) })).toBe('amount_not_positive')
    expect(refusal({ amountCents: yuan(51) })).toBe('more_than_reserve')
    expect(refusal({ approver: null })).toBe('approver_missing')
    expect(refusal({ approver: 'user:1' })).toBe('approver_is_asker')
  })

  const posting = (given: Pick<Posting, 'kind' | 'lineId' | 'toLineId' | 'amountCents' | 'reference'>): Posting => {
    const entry = { id: 'x', day: parseDay('2027-11-10'), from: null, note: '', overspendReason: null, ...given }
    return { ...entry, legs: legsOf(entry) }
  }
  const planned = posting({ kind: 'plan', lineId: 'reserve', toLineId: null, amountCents: yuan(50), reference: '' })
  const released = posting({
    kind: 'release',
    lineId: 'reserve',
    toLineId: 'ads',
    amountCents: yuan(30),
    reference: 'r1',
  })
  const restored = (amount: number) =>
    posting({ kind: 'restore', lineId: 'ads', toLineId: 'reserve', amountCents: yuan(amount), reference: 'r1' })
  const status = (postings: readonly Posting[], report: string | null = null) =>
    reserveStatus({
      lineId: 'reserve',
      postings,
      releases: [{ id: 'r1', toLineId: 'ads', amountCents: yuan(30), day: parseDay('2027-11-10'), report }],
      today: parseDay('2027-11-20'),
    })

  test.each([
    ['nothing came back', [], null, 'open', 3000],
    ['a part came back', [restored(10)], null, 'open', 2000],
    ['a part came back and the rest is reported', [restored(10)], '用于爆发日补量', 'reported', 2000],
    ['all came back', [restored(10), restored(20)], null, 'restored', 0],
  ] as const)('[P4.07] a release is restored or reported: %s', (_name, back, report, state, outstanding) => {
    const found = status([planned, released, ...back], report)
    expect(found.releases[0]).toMatchObject({ state, outstandingCents: outstanding, daysOpen: 10 })
    expect(found.heldCents).toBe(5000 - outstanding)
  })

  test('untouched until something is released', () => {
    expect(status([planned]).untouched).toBe(true)
    expect(status([planned, released]).untouched).toBe(false)
  })
})
