import type { PromotionCatalogue, PromotionRule } from '@zhanggui/contract'
import type { Language } from '../../../locale/strings.ts'

export type Preset = PromotionCatalogue['presets'][number]

/** The first id of the form `preset-n` that no other rule of the promotion has. */
export function freeRuleId(presetId: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? presetId : `${presetId}-${n}`
    if (!taken.includes(id)) return id
  }
}

/** A rule as the preset proposes it, with its examples filled in, so that the cart has something to show at once. */
export function ruleFromPreset(
  preset: Preset,
  { taken, language }: { taken: readonly string[]; language: Language },
): PromotionRule {
  const params: Record<string, unknown> = { ...paramsOf(preset.rule) }
  for (const field of preset.fields)
    if (field.required && params[field.key] === undefined) params[field.key] = field.example
  return {
    ...preset.rule,
    ruleId: freeRuleId(preset.id, taken),
    name: preset[language],
    mechanic: preset.mechanic,
    params,
  }
}

function paramsOf({ params }: Preset['rule']): Record<string, unknown> {
  return typeof params === 'object' && params !== null ? { ...params } : {}
}
