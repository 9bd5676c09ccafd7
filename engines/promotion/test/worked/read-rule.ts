import {
  type Payer,
  PRESETS,
  type Preset,
  type Rule,
  type RuleFrame,
  ruleOfPreset,
  type Scope,
} from '../../src/index.ts'
import { fen, readValue } from './read-values.ts'

/** `key=value` words of a line; a word without a value stands for yes. */
export const wordsOf = (words: readonly string[]): [string, string][] =>
  words.map((word) => {
    const at = word.indexOf('=')
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
  })

const payersOf = (text: string) =>
  text.split(',').map((row) => {
    const [payer = '', share = ''] = row.split(':')
    return { payer: payer as Payer, bp: Number(share.replace('%', '')) * 100 }
  })

/** What a rule line may say beside the fields of its preset. */
function frameWord(frame: Partial<Rule>, scope: Scope, key: string, value: string): void {
  const when = () => ({ ...frame.when })
  const words: Record<string, () => void> = {
    店铺: () => Object.assign(frame, { shopId: value }),
    封顶: () => Object.assign(frame, { maxCents: fen(value) }),
    优先: () => Object.assign(frame, { priority: Number(value) }),
    级别: () => Object.assign(frame, { level: value }),
    门槛: () => Object.assign(frame, { thresholdBase: value }),
    承担: () => Object.assign(frame, { payers: payersOf(value) }),
    停用: () => Object.assign(frame, { isStopped: true }),
    起: () => Object.assign(frame, { when: { ...when(), from: value } }),
    止: () => Object.assign(frame, { when: { ...when(), until: value } }),
    商品: () => Object.assign(scope, { skuIds: value.split(',') }),
    类目: () => Object.assign(scope, { categoryIds: value.split(',') }),
    除外: () => Object.assign(scope, { not: { skuIds: value.split(',') } }),
  }
  const write = words[key]
  if (!write) throw new Error(`the rule line does not know ${key}`)
  write()
}

function presetNamed(zh: string): Preset {
  const preset = PRESETS.find((p) => p.zh === zh)
  if (!preset) throw new Error(`there is no preset called ${zh}`)
  return preset
}

/** `R 满减 档位=300-40 店铺=甲` */
export function readRule(words: readonly string[]): Rule {
  const [ruleId = '', name = '', ...rest] = words
  const preset = presetNamed(name)
  const values: Record<string, unknown> = {}
  const frame: Partial<Rule> = {}
  const scope: Scope = {}
  for (const [key, text] of wordsOf(rest)) {
    const field = preset.fields.find((f) => f.zh === key)
    if (field) values[field.key] = readValue(field.kind, text)
    else frameWord(frame, scope, key, text)
  }
  const given: RuleFrame = { ...frame, ruleId, name, ...(Object.keys(scope).length > 0 && { scope }) }
  const rule = ruleOfPreset(preset, given, values)
  if (!rule.ok) throw new Error(`${ruleId}: ${JSON.stringify(rule.error)}`)
  return rule.value
}
