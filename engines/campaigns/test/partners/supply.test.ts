import { describe, expect, it } from 'vitest'
import { compareSupply, type SupplyOption } from '../../src/index.ts'

const team: SupplyOption = {
  id: 'team',
  kind: 'team',
  fixedCents: 4_000_000,
  perPieceCents: 10_000,
  commissionRate: 0,
  pieces: 100,
  paidCents: 50_000_000,
}
const partner: SupplyOption = {
  id: 'mcn',
  kind: 'partner',
  fixedCents: 1_000_000,
  perPieceCents: 30_000,
  commissionRate: 0.2,
  pieces: 100,
  paidCents: 50_000_000,
}

describe('[P4.14] content team or MCN, by cost and output', () => {
  it('cost is what is paid in any case, by the piece and by the sale', () => {
    const { options, chosen, reason } = compareSupply(team, partner)
    expect(
      options.map(({ costCents, costPerPieceCents, costRate }) => [costCents, costPerPieceCents, costRate]),
    ).toEqual([
      [5_000_000, 50_000, 0.1],
      [14_000_000, 140_000, 0.28],
    ])
    expect([chosen, reason]).toEqual(['team', 'both'])
  })

  it('from the break-even on the team costs less, one piece before it does not', () => {
    const { breakEvenPieces } = compareSupply(team, partner)
    const costAt = (option: SupplyOption, pieces: number): number => {
      const sold = { ...option, pieces, paidCents: pieces * 500_000 }
      return compareSupply(sold, sold).options[0]?.costCents ?? 0
    }
    const at = breakEvenPieces ?? 0
    expect(costAt(team, at)).toBeLessThanOrEqual(costAt(partner, at))
    expect(costAt(team, at - 1)).toBeGreaterThan(costAt(partner, at - 1))
  })

  it.each([
    ['what sales cost decides over what a piece costs', { paidCents: 5_000_000 }, 'mcn', 'costRate'],
    ['without sales the piece decides', { paidCents: 0 }, 'team', 'costPerPiece'],
    ['few pieces say nothing', { pieces: 9 }, null, 'tooFewPieces'],
    ['within a tenth they are alike', { fixedCents: 12_900_000 }, null, 'alike'],
  ] as const)('%s', (_what, change, chosen, reason) =>
    expect(compareSupply({ ...team, ...change }, partner)).toMatchObject({ chosen, reason }),
  )

  it('a team that costs more in every way never breaks even', () =>
    expect(compareSupply({ ...team, perPieceCents: 500_000 }, partner).breakEvenPieces).toBeNull())
})
