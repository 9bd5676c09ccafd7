import { findMechanic } from '../mechanics/registry.ts'
import type { Group, Pipeline } from '../pipeline/pipeline.ts'
import type { RuleProblem } from './check-rules.ts'
import { mayMeet } from './overlap.ts'
import type { Rule } from './rule.ts'

/** The group in which a rule waits for its turn, if it does. */
function turnOf(rule: Rule, { levels }: Pipeline): Group | undefined {
  const mechanic = findMechanic(rule.mechanic)
  const level = levels.find((l) => l.level === (rule.level ?? mechanic?.level))
  const group = level?.groups?.find((g) => g.group === (rule.group ?? mechanic?.group))
  return group?.choose === 'first' ? group : undefined
}

const placeOf = (rule: Rule): string => `${rule.level ?? ''}\n${rule.priority ?? 0}`

/**
 * Rules of a group that takes the first by priority must not share one where they may meet: which of them holds would hang on
 * their ids.
 */
export function checkOrder(rules: readonly Rule[], pipeline: Pipeline): RuleProblem[] {
  const inTurn = rules.flatMap((rule) => {
    const group = turnOf(rule, pipeline)
    return group ? [{ rule, group, place: placeOf(rule) }] : []
  })
  return inTurn.flatMap((a, i) => {
    const rival = inTurn.slice(0, i).find((b) => b.group === a.group && b.place === a.place && mayMeet(a.rule, b.rule))
    if (!rival) return []
    return [{ ruleId: a.rule.ruleId, code: 'same_turn' as const, by: rival.rule.ruleId, group: a.group.group }]
  })
}
