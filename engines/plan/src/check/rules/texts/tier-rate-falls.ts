import { fallingTiers } from '../../../scan/discount-tiers.ts'
import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { percent, yuan } from '../../words.ts'

const falling = (text: string) =>
  fallingTiers(text).map(({ lower, higher }) => ({
    lowerMinCents: lower.minCents,
    lowerOffCents: lower.offCents,
    lowerRateBp: lower.rateBp,
    higherMinCents: higher.minCents,
    higherOffCents: higher.offCents,
    higherRateBp: higher.rateBp,
  }))

/** 1000→50 is weaker than 600−100: who spends more gets less for it (X18). */
export const tierRateFalls = defineRule({
  id: 'tier-rate-falls',
  level: 'warning',
  rows: ['X18', 'P6.02'],
  find: (view) => inTexts(view, falling),
  messageZh: (f) =>
    `满 ${yuan(f.higherMinCents)} 优惠 ${yuan(f.higherOffCents)}（${percent(f.higherRateBp)}）弱于满 ${yuan(f.lowerMinCents)} 优惠 ${yuan(f.lowerOffCents)}（${percent(f.lowerRateBp)}）`,
  messageEn: (f) =>
    `${yuan(f.higherOffCents)} off ${yuan(f.higherMinCents)} (${percent(f.higherRateBp)}) is weaker than ${yuan(f.lowerOffCents)} off ${yuan(f.lowerMinCents)} (${percent(f.lowerRateBp)})`,
  suggestionZh: '让高档的优惠比例不低于低档，或说明两者不同时使用',
  suggestionEn: 'Let the rate rise with the tier, or say that the two are never used together',
})
