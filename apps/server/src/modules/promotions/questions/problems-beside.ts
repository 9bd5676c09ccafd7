import type { PromotionFinding } from '@zhanggui/contract'
import { checkRules, findPipeline, PIPELINES, type Rule } from '@zhanggui/promotion'
import { findingOfProblem } from './rule-problem-finding.ts'

/** A promotion as far as others stand beside it. */
export type Neighbour = {
  id: string
  name: string
  pipeline: string
  from: string
  until: string
  rules: readonly Rule[]
  /** Most that the shop may spend on it. */
  budgetCents?: number | null
}

const error = (
  code: string,
  words: { zh: string; en: string },
  more: { ruleIds?: readonly string[]; facts?: Record<string, unknown> } = {},
): PromotionFinding => ({
  code,
  severity: 'error',
  ruleIds: [...(more.ruleIds ?? [])],
  facts: more.facts ?? {},
  ...words,
})

const overlap = (a: Neighbour, b: Neighbour): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until)

function otherPipeline(own: Neighbour, other: Neighbour): PromotionFinding[] {
  if (own.pipeline === other.pipeline) return []
  const { id, name, pipeline } = other
  return [
    error(
      'other_pipeline',
      {
        zh: `同一时间“${name}”按“${pipeline}”计价，一家店同时只能用一种计价顺序。请改成相同，或错开时间。`,
        en: `"${name}" prices by "${pipeline}" at the same time; a shop has one order of discounts at a time. Use the same, or other days.`,
      },
      { facts: { promotion: id, pipeline } },
    ),
  ]
}

function sameRules(own: Neighbour, other: Neighbour): PromotionFinding[] {
  const taken = new Set(other.rules.map(({ ruleId }) => ruleId))
  return own.rules
    .filter(({ ruleId }) => taken.has(ruleId))
    .map(({ ruleId }) =>
      error(
        'rule_id_taken',
        {
          zh: `规则编号“${ruleId}”已用在“${other.name}”里。请换一个编号。`,
          en: `The rule id "${ruleId}" is used by "${other.name}". Choose another.`,
        },
        { ruleIds: [ruleId], facts: { promotion: other.id } },
      ),
    )
}

/**
 * What keeps a promotion from going into force for certain: rules that do not hold, on the pipeline or beside the others of the
 * same time. Pure; the search for bad prices is another question.
 */
export function problemsBeside(own: Neighbour, others: readonly Neighbour[]): PromotionFinding[] {
  const pipeline = findPipeline(own.pipeline)
  if (!pipeline) {
    const known = PIPELINES.map(({ id }) => id).join(', ')
    const zh = `没有“${own.pipeline}”这种计价顺序，可选：${known}。`
    return [error('unknown_pipeline', { zh, en: `There is no pipeline "${own.pipeline}"; known: ${known}.` })]
  }
  const beside = others.filter((other) => overlap(own, other))
  const alone = checkRules(pipeline, own.rules).map(findingOfProblem)
  const conflicts = beside.flatMap((other) => [...otherPipeline(own, other), ...sameRules(own, other)])
  if (alone.length > 0 || conflicts.length > 0) return [...alone, ...conflicts]
  const together = [...own.rules, ...beside.flatMap(({ rules }) => rules)]
  return checkRules(pipeline, together).map(findingOfProblem)
}
