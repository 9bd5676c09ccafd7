import type { Language } from '../../../locale/strings.ts'
import type { Preset } from './rule-from-preset.ts'

const NAMES: Record<string, { zh: string; en: string }> = {
  item: { zh: '单品优惠', en: 'Item prices' },
  multiBuy: { zh: '多件与套餐', en: 'Several units and sets' },
  spend: { zh: '满减满折', en: 'Spend and save' },
  coupon: { zh: '券与红包', en: 'Coupons and packets' },
  platform: { zh: '平台活动', en: 'Platform offers' },
  reward: { zh: '赠礼与返还', en: 'Gifts and returns' },
  points: { zh: '积分', en: 'Points' },
  shipping: { zh: '运费', en: 'Shipping' },
  play: { zh: '玩法与预售', en: 'Games and presales' },
  payment: { zh: '支付', en: 'Payment' },
}

export type PresetFamily = { family: string; name: string; presets: Preset[] }

/** Presets under the heading an operator looks for them, in the order of the catalogue. */
export function familiesOf(presets: readonly Preset[], language: Language): PresetFamily[] {
  const families = new Map<string, PresetFamily>()
  for (const preset of presets) {
    const { family } = preset
    const entry = families.get(family) ?? { family, name: NAMES[family]?.[language] ?? family, presets: [] }
    entry.presets.push(preset)
    families.set(family, entry)
  }
  return [...families.values()]
}
