import { type CheckRules, PromotionBody } from '@zhanggui/contract'
import { compileRules, findPipeline, type Rule, type RuleSet, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { rulesAt } from '../price/rules-in-force.ts'
import { readPromotionRow, readVersionRow } from '../records/promotion-rows.ts'
import { rulesOfBody, toRule } from '../records/rules-of-body.ts'
import { neighboursOf } from './find-problems.ts'
import { findingsFailure } from './findings-failure.ts'
import type { Neighbour } from './problems-beside.ts'
import { findingOfProblem } from './rule-problem-finding.ts'

type Asked = Pick<CheckRules, 'promotion' | 'pipeline' | 'rules' | 'beside'>

const DAY_MS = 86_400_000

/** A draft without times of its own is asked about as if it began now and held for a day. */
function windowOf(rules: readonly Rule[], now: Date): { from: string; until: string } {
  const froms = rules.flatMap(({ when }) => (when?.from === undefined ? [] : [Date.parse(when.from)]))
  const untils = rules.flatMap(({ when }) => (when?.until === undefined ? [] : [Date.parse(when.until)]))
  const from = froms.length > 0 ? Math.min(...froms) : now.getTime()
  const until = Math.max(...untils, from + DAY_MS)
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() }
}

async function storedRules(context: Context, store: string, promotion: string): Promise<Neighbour> {
  const { db } = context.records
  const key = { store, promotion }
  const { body } = await readVersionRow(db, key, (await readPromotionRow(db, key)).version)
  return { id: promotion, ...PromotionBody.parse(body), rules: rulesOfBody(body) }
}

async function unstoredRules(context: Context, store: string, { pipeline, rules = [] }: Asked): Promise<Neighbour> {
  const now = context.clock.now()
  const own = rules.map(toRule)
  const live = pipeline ?? (await rulesAt(context, store, now.getTime())).pipeline.id
  return { id: '', name: '', pipeline: live, ...windowOf(own, now), rules: own }
}

/**
 * The rules that a question is about, and the promotions that stand beside them.
 * Errors: throws `not_found`, `invalid_request` when neither a promotion nor rules are named.
 */
export async function askedRules(
  context: Context,
  store: string,
  asked: Asked,
): Promise<{ own: Neighbour; beside: readonly Neighbour[] }> {
  const { promotion, rules, beside = true } = asked
  if (promotion === undefined && rules === undefined)
    throw new ApiFailure('invalid_request', { where: 'promotion or rules: one of them' })
  const own =
    promotion === undefined ? await unstoredRules(context, store, asked) : await storedRules(context, store, promotion)
  return { own, beside: beside ? await neighboursOf(context, store, own) : [] }
}

/** Errors: throws `rule_faults` with every problem of the rules, alone and beside the others. */
export function compileAsked({ own, beside }: { own: Neighbour; beside: readonly Neighbour[] }): RuleSet {
  const pipeline = findPipeline(own.pipeline) ?? TMALL_PARALLEL
  const compiled = compileRules(pipeline, [...own.rules, ...beside.flatMap(({ rules }) => rules)])
  if (!compiled.ok) throw findingsFailure('rule_faults', compiled.error.map(findingOfProblem))
  return compiled.value
}

/** Rules as they would be without their times: orders of the past meet them all. */
export const timeless = (neighbour: Neighbour): Neighbour => ({
  ...neighbour,
  rules: neighbour.rules.map((rule) => {
    const { from: _, until: __, ...when } = rule.when ?? {}
    return { ...rule, when }
  }),
})
