import { err, ok, type Result } from '@zhanggui/kernel'
import type { Rule } from '../rules/rule.ts'
import type { Preset } from './preset.ts'

export type PresetProblem =
  | { code: 'field_missing'; field: string; zh: string; en: string }
  | { code: 'field_unknown'; field: string; known: readonly string[] }

/** What is not a field of the preset: the rule's name and id, its goods, its window, its shop. */
export type RuleFrame = Pick<Rule, 'ruleId' | 'name'> & Omit<Partial<Rule>, 'ruleId' | 'name' | 'mechanic' | 'params'>

function checkValues({ fields }: Preset, values: Readonly<Record<string, unknown>>): PresetProblem[] {
  const known = fields.map(({ key }) => key)
  const missing = fields.filter(({ key, isRequired }) => isRequired && values[key] === undefined)
  return [
    ...missing.map(({ key, zh, en }) => ({ code: 'field_missing' as const, field: key, zh, en })),
    ...Object.keys(values)
      .filter((key) => !known.includes(key))
      .map((field) => ({ code: 'field_unknown' as const, field, known })),
  ]
}

/**
 * The rule that a filled-in preset stands for. What the frame says goes before what the preset decides; conditions of both hold.
 * Errors: fields that are missing or not known. Figures are checked when the rule is compiled.
 */
export function ruleOfPreset(
  preset: Preset,
  frame: RuleFrame,
  values: Readonly<Record<string, unknown>>,
): Result<Rule, PresetProblem[]> {
  const problems = checkValues(preset, values)
  if (problems.length > 0) return err(problems)
  const when = { ...preset.rule.when, ...frame.when }
  return ok({
    ...preset.rule,
    ...frame,
    ...(Object.keys(when).length > 0 && { when }),
    mechanic: preset.mechanic,
    params: values,
  })
}
