import type { PromotionCatalogue } from '@zhanggui/contract'
import { MECHANICS, PAYERS, PIPELINES, PRESETS } from '@zhanggui/promotion'

/** What a designer of promotions can choose from; everything comes from the engine's declarations. */
export function promotionCatalogue(): PromotionCatalogue {
  return {
    mechanics: MECHANICS.map(({ mechanic, zh, en, level, group = null }) => ({ mechanic, zh, en, level, group })),
    pipelines: PIPELINES.map(({ id, zh, en, levels }) => ({
      id,
      zh,
      en,
      levels: levels.map(({ groups = [], level, zh, en, thresholdBase }) => ({
        level,
        zh,
        en,
        thresholdBase,
        groups: groups.map((group) => ({ ...group })),
      })),
    })),
    payers: [...PAYERS],
    presets: PRESETS.map(({ preset, family, zh, en, lineZh, lineEn, mechanic, rule, fields }) => ({
      id: preset,
      family,
      zh,
      en,
      aboutZh: lineZh,
      aboutEn: lineEn,
      mechanic,
      rule: { ...rule },
      fields: fields.map(({ isRequired, ...field }) => ({ ...field, required: isRequired })),
    })),
  }
}
