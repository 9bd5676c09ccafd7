import { isCents } from '@zhanggui/kernel'
import type { AnyMechanic, ParamProblem } from '../mechanics/mechanic.ts'
import { paramProblem } from '../mechanics/params.ts'
import { findMechanic, MECHANICS } from '../mechanics/registry.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { checkBundles } from './check-bundles.ts'
import { checkOrder } from './check-order.ts'
import type { Rule } from './rule.ts'

export type RuleProblem = { ruleId: string } & (
  | { code: 'rule_twice' }
  | { code: 'no_name' }
  | { code: 'unknown_mechanic'; mechanic: string; known: readonly string[] }
  | { code: 'unknown_level'; level: string; known: readonly string[] }
  | { code: 'blocks_unknown_level'; level: string; known: readonly string[] }
  | { code: 'bad_param'; problem: ParamProblem }
  | { code: 'bad_window'; from: string | undefined; until: string | undefined }
  | { code: 'bad_payers'; sumBp: number }
  | { code: 'bad_cap'; maxCents: number }
  | { code: 'bad_limit'; timesPerBuyer: number }
  | { code: 'not_per_line'; group: string }
  | { code: 'bundle_cycle'; through: readonly string[] }
  | { code: 'same_turn'; by: string; group: string }
)

function checkWindow({ ruleId, when }: Rule): RuleProblem[] {
  const { from, until } = when ?? {}
  const [start, end] = [from, until].map((iso) => (iso === undefined ? undefined : Date.parse(iso)))
  const isBad = Number.isNaN(start) || Number.isNaN(end)
  if (isBad || (start !== undefined && end !== undefined && start >= end))
    return [{ ruleId, code: 'bad_window', from, until }]
  return []
}

function checkFigures({ ruleId, payers, maxCents, timesPerBuyer }: Rule): RuleProblem[] {
  const problems: RuleProblem[] = []
  if (payers) {
    const sumBp = payers.reduce((sum, { bp }) => sum + bp, 0)
    const isWhole = payers.every(({ bp }) => Number.isSafeInteger(bp) && bp >= 0)
    if (sumBp !== 10_000 || !isWhole) problems.push({ ruleId, code: 'bad_payers', sumBp })
  }
  if (maxCents !== undefined && (!isCents(maxCents) || maxCents <= 0))
    problems.push({ ruleId, code: 'bad_cap', maxCents })
  if (timesPerBuyer !== undefined && (!Number.isSafeInteger(timesPerBuyer) || timesPerBuyer < 1))
    problems.push({ ruleId, code: 'bad_limit', timesPerBuyer })
  return problems
}

/** Rules come from files and forms too, where the parameters may be missing altogether. */
function checkParams({ params }: Rule, mechanic: AnyMechanic): ParamProblem[] {
  if (typeof params === 'object' && params !== null && !Array.isArray(params)) return mechanic.check(params)
  return paramProblem(
    'params',
    'no_params',
    '缺少“params”，请填写玩法的参数',
    '"params" is missing; say the figures of the mechanic',
  )
}

function checkPlace(rule: Rule, pipeline: Pipeline): RuleProblem[] {
  const { ruleId } = rule
  const mechanic = findMechanic(rule.mechanic)
  if (!mechanic)
    return [{ ruleId, code: 'unknown_mechanic', mechanic: rule.mechanic, known: MECHANICS.map((m) => m.mechanic) }]
  const known = pipeline.levels.map((l) => l.level)
  const name = rule.level ?? mechanic.level
  const level = pipeline.levels.find((l) => l.level === name)
  const problems: RuleProblem[] = checkParams(rule, mechanic).map((problem) => ({ ruleId, code: 'bad_param', problem }))
  if (!level) problems.push({ ruleId, code: 'unknown_level', level: name, known })
  const group = level?.groups?.find((g) => g.group === (rule.group ?? mechanic.group))
  if (group?.per === 'line' && !mechanic.isPerLine) problems.push({ ruleId, code: 'not_per_line', group: group.group })
  for (const blocked of rule.blocks ?? [])
    if (!known.includes(blocked)) problems.push({ ruleId, code: 'blocks_unknown_level', level: blocked, known })
  return problems
}

function checkIds(rules: readonly Rule[]): RuleProblem[] {
  const seen = new Set<string>()
  const problems: RuleProblem[] = []
  for (const { ruleId, name } of rules) {
    if (seen.has(ruleId)) problems.push({ ruleId, code: 'rule_twice' })
    if (name.trim() === '') problems.push({ ruleId, code: 'no_name' })
    seen.add(ruleId)
  }
  return problems
}

/** Every problem of a set of rules on a pipeline, rule by rule and then between rules; empty for a sound set. */
export function checkRules(pipeline: Pipeline, rules: readonly Rule[]): RuleProblem[] {
  return [
    ...checkIds(rules),
    ...rules.flatMap((rule) => [...checkPlace(rule, pipeline), ...checkWindow(rule), ...checkFigures(rule)]),
    ...checkBundles(rules),
    ...checkOrder(rules, pipeline),
  ]
}
