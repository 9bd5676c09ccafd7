import type { Words } from '../explain/fact.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { mayMeet } from '../rules/overlap.ts'
import type { Rule } from '../rules/rule.ts'
import { groupOfRule, levelOf } from './stacking-text.ts'

/** `oneOfGroup`: only one of the two holds. `keepsOut`: what this one reduces takes no part in the other. `keptOut`: the reverse. */
export const CONFLICT_CODES = ['oneOfGroup', 'keepsOut', 'keptOut'] as const
export type ConflictCode = (typeof CONFLICT_CODES)[number]
export type Conflict = { code: ConflictCode; ruleId: string } & Words

const WORDS: Record<ConflictCode, (name: string) => Words> = {
  oneOfGroup: (name) => ({ zh: `与“${name}”不能同时用`, en: `not together with "${name}"` }),
  keepsOut: (name) => ({ zh: `参加后不能再用“${name}”`, en: `goods reduced by it take no part in "${name}"` }),
  keptOut: (name) => ({ zh: `参加“${name}”的商品不能用本优惠`, en: `goods reduced by "${name}" take no part` }),
}

const blocks = (rule: Rule, other: Rule, pipeline: Pipeline): boolean =>
  rule.blocks?.includes(levelOf(other, pipeline)?.level ?? '') ?? false

function conflictCodes(rule: Rule, other: Rule, pipeline: Pipeline): ConflictCode[] {
  const codes: ConflictCode[] = []
  const group = groupOfRule(rule, pipeline)
  if (group?.max === 1 && group === groupOfRule(other, pipeline)) codes.push('oneOfGroup')
  if (blocks(rule, other, pipeline)) codes.push('keepsOut')
  if (blocks(other, rule, pipeline)) codes.push('keptOut')
  return codes
}

/** Rules of the set that the rule cannot stand beside, where both may hold for one line. In the order of the set. */
export function conflictsOf(rule: Rule, others: readonly Rule[], pipeline: Pipeline): Conflict[] {
  return others.flatMap((other) => {
    if (other.ruleId === rule.ruleId || !mayMeet(rule, other)) return []
    return conflictCodes(rule, other, pipeline).map((code) => ({
      code,
      ruleId: other.ruleId,
      ...WORDS[code](other.name),
    }))
  })
}
