import { describe, expect, test } from 'vitest'
import { yuan } from '../../test/lines.ts'
import {
  BUDGET_PROFILES,
  type BudgetProfile,
  checkAgainstProfile,
  findProfile,
  linesOfProfile,
  resolveBudget,
} from '../index.ts'

const profile = (id: string): BudgetProfile => {
  const found = findProfile(id)
  if (!found) throw new Error(`no profile ${id}`)
  return found
}
const annual = profile('annual-promotion')

describe('profiles', () => {
  test('[X01] the annual template leaves a tenth unassigned, and nothing is scaled to hide it', () => {
    const resolved = resolveBudget(linesOfProfile(annual, { year: 2027, totalCents: yuan(1_000_000) }))
    const top = resolved.levels.find((l) => l.parentId === 'budget' && l.kind === 'parts')
    expect(top).toMatchObject({ shareSumBp: 9000, residualBp: 1000, residualCents: 10_000_000 })
    const inner = resolved.levels.filter((l) => ['traffic', 'content'].includes(l.parentId ?? ''))
    expect(inner.map((l) => l.residualCents)).toEqual([0, 0])
  })

  test('[X23] a plan is checked against the one profile that it names', () => {
    const lines = linesOfProfile(annual, { year: 2027, totalCents: yuan(1_000_000) })
    expect(checkAgainstProfile(lines, annual)).toEqual([])
    const changed = lines.map((l) => (l.id === 'technology' ? { ...l, shareBp: 1500 } : l))
    expect(checkAgainstProfile(changed, annual)).toMatchObject([
      { channel: 'technology', expectedBp: 1000, foundBp: 1500 },
    ])
    expect(checkAgainstProfile(lines, profile('monthly-process'))).toMatchObject([
      { figure: 'stage:foundation', lineIds: ['q1-shortVideo'], foundBp: 4000 },
    ])
  })

  test('every figure says where it comes from', () => {
    for (const { rules } of BUDGET_PROFILES)
      for (const figure of Object.values(rules))
        expect(figure.source).toMatch(/^(plan template|project default|not stated)$/)
  })
})
