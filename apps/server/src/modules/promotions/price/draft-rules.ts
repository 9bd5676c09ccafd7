import type { PriceQuestion } from '@zhanggui/contract'
import { compileRules, findPipeline, type Rule } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { findingsFailure } from '../questions/findings-failure.ts'
import { findingOfProblem } from '../questions/rule-problem-finding.ts'
import { toRule } from '../records/rules-of-body.ts'
import { promotionsAt, type RulesAt, rulesAt } from './rules-in-force.ts'

type Draft = NonNullable<PriceQuestion['draft']>

/** In force beside a draft: what the draft writes anew is not there twice. */
const besideDraft = (inForce: readonly Rule[], own: readonly Rule[]): Rule[] => {
  const ids = new Set(own.map(({ ruleId }) => ruleId))
  return inForce.filter(({ ruleId }) => !ids.has(ruleId))
}

/**
 * Rules to try, made ready for one question. Errors: throws `rule_faults` with every problem, `not_found` for a pipeline.
 */
export async function draftRules(
  context: Context,
  store: string,
  { at, draft }: { at: Date; draft: Draft },
): Promise<RulesAt> {
  const live = await rulesAt(context, store, at.getTime())
  const pipeline = draft.pipeline === undefined ? live.pipeline : findPipeline(draft.pipeline)
  if (!pipeline) throw new ApiFailure('not_found', { what: `pipelines/${draft.pipeline}` })
  const own = draft.rules.map(toRule)
  const inForce = (await promotionsAt(context, store, at.getTime())).flatMap(({ rules }) => rules)
  const compiled = compileRules(pipeline, draft.beside ? [...own, ...besideDraft(inForce, own)] : own)
  if (!compiled.ok) throw findingsFailure('rule_faults', compiled.error.map(findingOfProblem))
  return { ...live, ruleSet: 'draft', pipeline, compiled: compiled.value }
}
