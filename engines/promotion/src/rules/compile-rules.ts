import { err, ok, type Result } from '@zhanggui/kernel'
import type { AnyMechanic } from '../mechanics/mechanic.ts'
import { findMechanic } from '../mechanics/registry.ts'
import type { Group, Level, Pipeline, ThresholdBase } from '../pipeline/pipeline.ts'
import { checkRules, type RuleProblem } from './check-rules.ts'
import type { PayerShare, Rule } from './rule.ts'
import { compileScope, type LineTest } from './scope.ts'

/** A rule made ready: everything that does not depend on the cart is worked out once. */
export type CompiledRule = {
  readonly rule: Rule
  readonly mechanic: AnyMechanic
  readonly levelIndex: number
  readonly level: string
  readonly thresholdBase: ThresholdBase
  readonly takesPart: LineTest
  /** Rules over the same goods have the same number. */
  readonly scopeIndex: number
  readonly fromMs: number
  readonly untilMs: number
  readonly payers: readonly PayerShare[]
  /** Somebody besides the shop bears a part. */
  readonly isBorneByOthers: boolean
  /** One bit for each level that lines reduced by this rule take no part in. */
  readonly blocksMask: number
  /** Works with single units under these parameters. */
  readonly usesUnits: boolean
}

/** Rules that stand in each other's way at one level, in the order of priority. */
export type CompiledGroup = { readonly group: Group | undefined; readonly rules: readonly CompiledRule[] }
export type CompiledLevel = { readonly level: Level; readonly index: number; readonly groups: readonly CompiledGroup[] }

/** A pipeline with its rules, ready to price any number of carts. Holds no state of a cart. */
export type RuleSet = {
  readonly pipeline: Pipeline
  readonly levels: readonly CompiledLevel[]
  readonly rules: ReadonlyMap<string, CompiledRule>
}

const SHOP_PAYS: readonly PayerShare[] = [{ payer: 'shop', bp: 10_000 }]

const instant = (iso: string | undefined, absent: number): number => (iso === undefined ? absent : Date.parse(iso))

function maskOf(levels: readonly Level[], names: readonly string[] = []): number {
  let mask = 0
  for (const [index, { level }] of levels.entries()) if (names.includes(level)) mask |= 1 << index
  return mask
}

/** Numbers scopes by what they say, so that rules over the same goods need only one look at a cart. */
function scopeNumbers(): (rule: Rule) => number {
  const known = new Map<string, number>()
  return ({ scope, shopId }) => {
    const key = JSON.stringify([scope ?? {}, shopId ?? null])
    const index = known.get(key) ?? known.size
    known.set(key, index)
    return index
  }
}

type Place = { pipeline: Pipeline; scopeIndex: number }

function compileRule(rule: Rule, mechanic: AnyMechanic, { pipeline: { levels }, scopeIndex }: Place): CompiledRule {
  const level = rule.level ?? mechanic.level
  const levelIndex = levels.findIndex((l) => l.level === level)
  return {
    rule,
    mechanic,
    levelIndex,
    level,
    thresholdBase: rule.thresholdBase ?? levels[levelIndex]?.thresholdBase ?? 'remaining',
    takesPart: compileScope(rule.scope, rule.shopId),
    scopeIndex,
    fromMs: instant(rule.when?.from, Number.NEGATIVE_INFINITY),
    untilMs: instant(rule.when?.until, Number.POSITIVE_INFINITY),
    payers: rule.payers ?? SHOP_PAYS,
    isBorneByOthers: rule.payers?.some(({ payer }) => payer !== 'shop') ?? false,
    blocksMask: maskOf(levels, rule.blocks),
    usesUnits: mechanic.usesUnits?.(rule.params as never) ?? false,
  }
}

export const groupOf = ({ rule, mechanic }: Pick<CompiledRule, 'rule' | 'mechanic'>): string =>
  rule.group ?? mechanic.group ?? rule.ruleId

const byPriority = (a: CompiledRule, b: CompiledRule): number =>
  (a.rule.priority ?? 0) - (b.rule.priority ?? 0) || (a.rule.ruleId < b.rule.ruleId ? -1 : 1)

/**
 * Groups stand in the order of their first rule. Rules of a group that is limited per shop compete with rules of the same shop;
 * those of a group without limit each stand for themselves.
 */
function groupRules(level: Level, rules: readonly CompiledRule[]): CompiledGroup[] {
  const groups = new Map<string, { group: Group | undefined; rules: CompiledRule[] }>()
  for (const compiled of rules) {
    const name = groupOf(compiled)
    const group = level.groups?.find((g) => g.group === name)
    const key = group
      ? group.per === 'shop'
        ? `${name}\n${compiled.rule.shopId ?? ''}`
        : name
      : `\n${compiled.rule.ruleId}`
    const entry = groups.get(key) ?? { group, rules: [] }
    entry.rules.push(compiled)
    groups.set(key, entry)
  }
  return [...groups.values()]
}

/**
 * Checks rules against each other and the pipeline and makes them ready.
 * Errors: every problem of every rule; nothing is compiled while there is one.
 */
export function compileRules(pipeline: Pipeline, rules: readonly Rule[]): Result<RuleSet, RuleProblem[]> {
  const problems = checkRules(pipeline, rules)
  if (problems.length > 0) return err(problems)
  const numberOf = scopeNumbers()
  const compiled = rules.flatMap((rule) => {
    const mechanic = findMechanic(rule.mechanic)
    return mechanic ? [compileRule(rule, mechanic, { pipeline, scopeIndex: numberOf(rule) })] : []
  })
  const levels = pipeline.levels.map((level, index) => {
    const own = compiled.filter((c) => c.levelIndex === index).sort(byPriority)
    return { level, index, groups: groupRules(level, own) }
  })
  return ok({ pipeline, levels, rules: new Map(compiled.map((c) => [c.rule.ruleId, c])) })
}
