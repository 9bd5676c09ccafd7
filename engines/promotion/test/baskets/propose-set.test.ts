import { describe, expect, it } from 'vitest'
import { proposeSet } from '../../src/index.ts'

describe('the price of a set', () => {
  const pair = [
    { unitCents: 19_900, costCents: 8000 },
    { unitCents: 9900, costCents: 4000 },
  ]

  it('[P5.04] is a share off the sum in whole yuan, with what is given away and what would pay for it', () => {
    // 298.00 − 10 % = 268.20 → 268.00; 30.00 off; margin 148.00; 12 sets sold anyway give 360.00 away, three more earn it back.
    expect(proposeSet(pair, { cutBp: 1000, leastMarginBp: 2000, together: 12 })).toEqual({
      sumCents: 29_800,
      priceCents: 26_800,
      cutCents: 3000,
      marginCents: 14_800,
      givenAwayCents: 36_000,
      breakEvenSets: 3,
    })
  })

  it('[P5.04] never falls below the margin that is wanted, nor rises above the sum', () => {
    const dear = [{ unitCents: 10_000, costCents: 9000 }]
    expect(proposeSet(dear, { cutBp: 3000, leastMarginBp: 500, together: 1 }).priceCents).toBe(9500)
    expect(proposeSet(dear, { cutBp: 3000, leastMarginBp: 5000, together: 1 })).toMatchObject({
      priceCents: 10_000,
      cutCents: 0,
      breakEvenSets: 0,
    })
  })

  it('[P5.04] says nothing of a margin while a cost is not known', () => {
    const open = [...pair, { unitCents: 100, costCents: null }]
    const { marginCents, breakEvenSets } = proposeSet(open, { cutBp: 1000, leastMarginBp: 0, together: 1 })
    expect([marginCents, breakEvenSets]).toEqual([null, null])
  })
})
