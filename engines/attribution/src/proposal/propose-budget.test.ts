import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROPOSAL_RULES, proposeBudget, type Spending } from './propose-budget.ts'

const of = (id: string, costCents: number, returnCents: number, isFixed = false): Spending => ({
  id,
  costCents,
  returnCents,
  isFixed,
})

describe('[P14.02] the next budget', () => {
  it('[P14.02] where returns grow with the square root, 3√x, 4√x and 5√x share 100 as 18, 32 and 50', () => {
    const spent = 100_00 / 3
    const even = [3, 4, 5].map((a) => of(`a${a}`, Math.round(spent), a * Math.sqrt(spent)))
    const proposed = proposeBudget(even, { shareMax: 1 })
    expect(proposed.map((p) => Math.round(p.proposedCents / 100))).toEqual([18, 32, 50])
  })

  it('money moves from what brings little to what brings much, at most three tenths a step', () => {
    const [weak, strong] = proposeBudget([of('weak', 1000, 1500), of('strong', 1000, 6000)], PROPOSAL_RULES)
    expect([weak?.proposedCents, strong?.proposedCents]).toEqual([700, 1300])
  })

  it('[P14.02] proposals add up to what was spent, within the step, whatever the returns', () => {
    const line = fc.record({
      cost: fc.integer({ min: 0, max: 1e9 }),
      back: fc.integer({ min: -1e6, max: 1e10 }),
      fixed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const spending = lines.map(({ cost, back, fixed }, i) => of(`l${i}`, cost, back, fixed))
        const proposals = proposeBudget(spending, PROPOSAL_RULES)
        const sum = (pick: (p: (typeof proposals)[number]) => number): number =>
          proposals.reduce((total, p) => total + pick(p), 0)
        const within = proposals.every((p) => Math.abs(p.changeCents) <= p.costCents * 0.3 + 1)
        const kept = proposals.every((p, i) => !spending[i]?.isFixed || p.changeCents === 0)
        return sum((p) => p.changeCents) === 0 && within && kept
      }),
      { numRuns: 500, seed: 23 },
    )
  })

  it('nothing spent, nothing brought: nothing is proposed', () => {
    expect(proposeBudget([], PROPOSAL_RULES)).toEqual([])
    expect(proposeBudget([of('a', 0, 0)], PROPOSAL_RULES)[0]?.changeCents).toBe(0)
    expect(proposeBudget([of('a', 500, 0), of('b', 500, 0)], PROPOSAL_RULES).map((p) => p.changeCents)).toEqual([0, 0])
  })
})
