import type { PromotionCatalogue } from '@zhanggui/contract'
import { FRAME_FIELDS, MECHANICS, PAYERS, PIPELINES, PRESETS, type PresetField, presetsOn } from '@zhanggui/promotion'

const fieldOf = ({ isRequired, ...field }: Omit<PresetField, 'kind'> & { kind: string }) => ({
  ...field,
  required: isRequired,
})

/** What a designer of promotions can choose from; everything comes from the engine's declarations. */
export function promotionCatalogue(): PromotionCatalogue {
  return {
    mechanics: MECHANICS.map(({ mechanic, zh, en, level, group = null }) => ({ mechanic, zh, en, level, group })),
    pipelines: PIPELINES.map((pipeline) => ({
      id: pipeline.id,
      zh: pipeline.zh,
      en: pipeline.en,
      presets: presetsOn(pipeline).map(({ preset }) => preset),
      levels: pipeline.levels.map(({ groups = [], level, zh, en, thresholdBase }) => ({
        level,
        zh,
        en,
        thresholdBase,
        groups: groups.map((group) => ({ ...group })),
      })),
    })),
    payers: [...PAYERS],
    frame: FRAME_FIELDS.map(fieldOf),
    presets: PRESETS.map(({ preset, family, zh, en, lineZh, lineEn, mechanic, rule, fields }) => ({
      id: preset,
      family,
      zh,
      en,
      aboutZh: lineZh,
      aboutEn: lineEn,
      mechanic,
      rule: { ...rule },
      fields: fields.map(fieldOf),
    })),
  }
}
