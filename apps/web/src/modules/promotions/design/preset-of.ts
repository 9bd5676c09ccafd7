import type { PromotionRule } from '@zhanggui/contract'
import { freeRuleId, type Preset } from './rule-from-preset.ts'

const rulesOwnLevel = ({ rule }: Preset): unknown => rule.level ?? null

/** The preset that a rule came from: its id says so, else the first of the same mechanic at the same level. */
export function presetOf(presets: readonly Preset[], rule: PromotionRule): Preset | undefined {
  const sameMechanic = presets.filter((preset) => preset.mechanic === rule.mechanic)
  const named = sameMechanic.find(({ id }) => freeRuleId(id, []) === rule.ruleId.replace(/-\d+$/, ''))
  return named ?? sameMechanic.find((preset) => rulesOwnLevel(preset) === (rule.level ?? null)) ?? sameMechanic[0]
}
