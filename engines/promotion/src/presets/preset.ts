import type { Rule } from '../rules/rule.ts'

/** What a form asks for in a field. Money is fen, shares are basis points; the last ones are rows of a small table. */
export const FIELD_KINDS = [
  'cents',
  'bp',
  'count',
  'text',
  'instant',
  'yesNo',
  'skuList',
  'regionList',
  'spendTiers',
  'unitsTiers',
  'percentTiers',
  'memberTiers',
  'rebateTiers',
  'giftTiers',
  'choiceTiers',
  'nthSteps',
  'skuPrices',
  'bundleParts',
  'boxItems',
  'couponList',
  'rateList',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One parameter of the mechanic as a form shows it. `example` is a sound value. */
export type PresetField = {
  key: string
  zh: string
  en: string
  kind: FieldKind
  isRequired: boolean
  example: unknown
}

/** Where a list of presets groups them. */
export const PRESET_FAMILIES = [
  'item',
  'multiBuy',
  'spend',
  'coupon',
  'platform',
  'reward',
  'points',
  'shipping',
  'play',
  'payment',
] as const
export type PresetFamily = (typeof PRESET_FAMILIES)[number]

/**
 * A promotion by the name an operator knows it under: which mechanic, at which level, beside what, at whose cost. `rule` is what
 * the preset decides; `fields` is what the operator fills in.
 */
export type Preset = {
  preset: string
  family: PresetFamily
  zh: string
  en: string
  /** One line that says what a buyer gets. */
  lineZh: string
  lineEn: string
  mechanic: string
  rule: Omit<Partial<Rule>, 'ruleId' | 'name' | 'mechanic' | 'params'>
  fields: readonly PresetField[]
}

/** Fills the example of every field in. */
export const exampleValues = ({ fields }: Preset): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ key, example }) => [key, example]))
