import { deepStacks } from '../../../scan/discount-tiers.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { percent, yuan } from '../../words.ts'

const stacks = (text: string) =>
  deepStacks(text).map(({ tier, packCents, payCents, offBp }) => ({
    minCents: tier.minCents,
    tierOffCents: tier.offCents,
    packCents,
    payCents,
    offBp,
  }))

/** A pack on top of a reduction takes a price far down unless one excludes the other (X18). */
export const stackedDiscountDeep = defineRule({
  id: 'stacked-discount-deep',
  level: 'warning',
  rows: ['X18', 'P6.33'],
  find: (view) => inTexts(view, stacks),
  messageZh: (f) =>
    `满 ${yuan(f.minCents)} 减 ${yuan(f.tierOffCents)} 再叠加 ${yuan(f.packCents)} 礼包，实付 ${yuan(f.payCents)}，优惠 ${percent(f.offBp)}`,
  messageEn: (f) =>
    `${yuan(f.tierOffCents)} off ${yuan(f.minCents)} with the ${yuan(f.packCents)} pack on top leaves ${yuan(f.payCents)}: ${percent(f.offBp)} off`,
  suggestionZh: '写明礼包与满减是否可叠加，并先做叠加测算',
  suggestionEn: 'Say whether the pack stacks with the reduction, and run the stacking simulation first',
})
