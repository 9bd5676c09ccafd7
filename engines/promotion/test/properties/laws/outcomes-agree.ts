import type { Cut, Outcome, PricedCart } from '../../../src/index.ts'
import { MISS_REASONS } from '../../../src/index.ts'
import type { Case } from '../case.ts'

const keyOf = ({ ruleId, claimId }: Pick<Outcome, 'ruleId' | 'claimId'>): string => `${ruleId}/${claimId ?? ''}`

function taken({ lines, shipping }: PricedCart): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (cut: Cut): unknown => sums.set(keyOf(cut), (sums.get(keyOf(cut)) ?? 0) + cut.cents)
  for (const { cuts } of [...lines, ...shipping]) cuts.forEach(add)
  return sums
}

/** Every rule, or claim of it, has one outcome; those that took something say how much, the others why not. */
export function outcomesAgree({ rules, priced }: Case): string | undefined {
  const sums = taken(priced)
  const seen = new Set<string>()
  for (const outcome of priced.outcomes) {
    const key = keyOf(outcome)
    if (seen.has(key)) return `${key} has two outcomes`
    seen.add(key)
    const cents = sums.get(key) ?? 0
    if (outcome.applied && outcome.cutCents !== cents) return `${key} says ${outcome.cutCents} and took ${cents}`
    if (!outcome.applied && cents !== 0) return `${key} did not hold and took ${cents}`
    if (!outcome.applied && !MISS_REASONS.includes(outcome.reason)) return `${key} has no reason`
    sums.delete(key)
  }
  if (sums.size > 0) return `${[...sums.keys()].join()} took something without an outcome`
  const told = new Set(priced.outcomes.map(({ ruleId }) => ruleId))
  return rules.find(({ ruleId }) => !told.has(ruleId))?.ruleId
}

/** Stopped rules hold nowhere, caps are kept, and no more rules of a group hold than it allows. */
export function limitsHold({ pipeline, rules, ruleSet, priced }: Case): string | undefined {
  const applied = priced.outcomes.filter((o) => o.applied)
  for (const rule of rules) {
    const own = applied.filter(({ ruleId }) => ruleId === rule.ruleId)
    if (rule.isStopped && own.length > 0) return `${rule.ruleId} was stopped and held`
    for (const outcome of own)
      if (outcome.applied && outcome.cutCents > (rule.maxCents ?? Number.MAX_SAFE_INTEGER))
        return `${rule.ruleId} took more than its cap`
  }
  for (const level of pipeline.levels)
    for (const group of level.groups ?? []) {
      if (group.per === 'line') continue
      const held = new Map<string, number>()
      for (const { ruleId, level: at } of applied) {
        const compiled = ruleSet.rules.get(ruleId)
        if (at !== level.level || (compiled?.rule.group ?? compiled?.mechanic.group) !== group.group) continue
        const key = group.per === 'shop' ? (compiled?.rule.shopId ?? '') : ''
        held.set(key, (held.get(key) ?? 0) + 1)
      }
      if ([...held.values()].some((n) => n > group.max)) return `more than ${group.max} rules of ${group.group} hold`
    }
  return undefined
}

/** A line that a rule keeps out of a level has no cut of that level after it. */
export function blockedStay({ ruleSet, priced }: Case): string | undefined {
  for (const { lineId, cuts } of priced.lines) {
    let mask = 0
    let maskBefore = 0
    let level = ''
    for (const cut of cuts) {
      const compiled = ruleSet.rules.get(cut.ruleId)
      if (!compiled) return `${cut.ruleId} is no rule`
      // Rules chosen for one line in the same step do not see each other's blocks.
      if (cut.level !== level) maskBefore = mask
      level = cut.level
      if ((maskBefore & (1 << compiled.levelIndex)) !== 0) return `${cut.ruleId} reaches ${lineId}, which is kept out`
      mask |= compiled.blocksMask
    }
  }
  return undefined
}
