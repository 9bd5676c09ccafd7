import { describe, expect, test } from 'vitest'
import { line } from '../../test/lines.ts'
import { applyReading, findProfile, linesOfProfile, openLevels, resolveBudget } from '../index.ts'
import { readShares } from './read-shares.ts'
import type { OpenShare, ReadingNode } from './share-reading.ts'

const shares: OpenShare[] = [
  { id: 'keyword', name: '关键词预热', channel: 'keyword', kind: 'spend', shareBp: 6000 },
  { id: 'kol', name: 'KOL', channel: 'kol', kind: 'spend', shareBp: 2000 },
  { id: 'coupons', name: '优惠券', channel: 'coupons', kind: 'subsidy', shareBp: 3000 },
  { id: 'reserve', name: '应急', channel: 'reserve', kind: 'reserve', shareBp: 500 },
  { id: 'tech', name: '技术', channel: 'technology', kind: 'spend', shareBp: 1500 },
]

const find = (nodes: readonly ReadingNode[], channel: string): ReadingNode | undefined =>
  nodes.flatMap((n) => [n, ...n.children]).find((n) => n.channel === channel)

describe('shares of one level without a base', () => {
  const readings = readShares(shares)
  const [flat, nested, withReserveInside] = readings

  test('[P4.03] [X02] read flat they come to 130 % and do not fit; the nested reading gives traffic 50 %; none is chosen', () => {
    expect(readings.map((r) => [r.sumBp, r.residualBp, r.fits])).toEqual([
      [13_000, -3000, false],
      [10_000, 0, true],
      [10_000, 0, true],
    ])
    expect(flat?.nodes).toHaveLength(5)
    const nodes = nested?.nodes ?? []
    expect(find(nodes, 'traffic')?.ofTotalBp).toBe(5000)
    expect(find(nodes, 'keyword')?.ofTotalBp).toBe(3000)
    expect(find(nodes, 'kol')?.ofTotalBp).toBe(1000)
    expect(readings.some((r) => 'chosen' in r)).toBe(false)
  })

  test('[P4.03] with the 5 % inside the coupons traffic is 55 %', () => {
    const nodes = withReserveInside?.nodes ?? []
    expect(find(nodes, 'traffic')?.ofTotalBp).toBe(5500)
    expect(find(nodes, 'keyword')?.ofTotalBp).toBe(3300)
    expect(find(nodes, 'reserve')).toMatchObject({ base: 'parent', ofTotalBp: 150 })
  })

  test('a level that could only be flat has one reading', () => {
    expect(readShares(shares.filter((s) => s.channel !== 'keyword' && s.channel !== 'kol'))).toHaveLength(1)
  })

  test('the reading that a person confirms becomes lines that add up, but for the rest of traffic', () => {
    const profile = findProfile('campaign-rhythm')
    const lines = profile ? linesOfProfile(profile, { year: 2027, totalCents: null }) : []
    const [level] = openLevels(lines, resolveBudget(lines).issues)
    const chosen = level?.readings[1]
    const applied = chosen ? applyReading(lines, chosen, () => 'traffic') : []
    const resolved = resolveBudget(
      applied.map((l) => (l.id === 'budget' ? { ...l, amountCents: line({ id: 'x', yuan: 1000 }).amountCents } : l)),
    )
    const amounts = Object.fromEntries(resolved.lines.map((l) => [l.id, l.amountCents]))
    expect(amounts).toMatchObject({ traffic: 50_000, keyword: 30_000, kol: 10_000, coupons: 30_000 })
    expect(resolved.issues.map((i) => [i.code, i.parentId, i.figures.residualCents])).toEqual([
      ['unassigned', 'traffic', 10_000],
    ])
  })
})
