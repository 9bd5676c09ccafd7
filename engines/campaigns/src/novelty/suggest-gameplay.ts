import { PRESETS, type Preset, type PresetFamily } from '@zhanggui/promotion'

/** How a brand speaks: by price, by worth, by play, by care. */
export const BRAND_TONES = ['value', 'premium', 'playful', 'caring'] as const
export type BrandTone = (typeof BRAND_TONES)[number]

/** Families of gameplay that suit a tone, the best fitting first. Starting values of this project. */
export const TONE_FAMILIES: Readonly<Record<BrandTone, readonly PresetFamily[]>> = {
  value: ['spend', 'multiBuy', 'item', 'coupon'],
  premium: ['reward', 'points', 'payment', 'shipping'],
  playful: ['play', 'multiBuy', 'reward', 'coupon'],
  caring: ['points', 'reward', 'shipping', 'coupon'],
}

/** Gameplay that none of these campaigns used and that suits the brand, at most `most`. */
export function suggestGameplay(used: readonly string[], tone: BrandTone, most = 5): Preset[] {
  const known = new Set(used)
  const rank = (preset: Preset): number => TONE_FAMILIES[tone].indexOf(preset.family)
  return PRESETS.filter((preset) => !known.has(preset.preset) && rank(preset) >= 0)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
}
