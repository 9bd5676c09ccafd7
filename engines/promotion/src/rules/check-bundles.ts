import type { Bundle } from '../mechanics/bundle.ts'
import type { RuleProblem } from './check-rules.ts'
import type { Rule } from './rule.ts'

type Sets = ReadonlyMap<string, { ruleId: string; skuIds: readonly string[] }>

/** Sets that have a SKU of their own, with what they are made of. Rules whose parameters are unsound are left out. */
function setsOf(rules: readonly Rule[]): Sets {
  const sets = new Map<string, { ruleId: string; skuIds: readonly string[] }>()
  for (const { ruleId, mechanic, params } of rules) {
    const { setSkuId, parts }: Partial<Bundle> = params ?? {}
    if (mechanic !== 'bundle' || typeof setSkuId !== 'string' || !Array.isArray(parts)) continue
    sets.set(setSkuId, { ruleId, skuIds: parts.flatMap((part: Bundle['parts'][number]) => part?.skuIds ?? []) })
  }
  return sets
}

/** The way from a set back to itself through its parts, if there is one. */
function wayBack(start: string, sets: Sets): string[] | undefined {
  const seen = new Set<string>()
  const walk = (skuId: string, way: readonly string[]): string[] | undefined => {
    for (const part of sets.get(skuId)?.skuIds ?? []) {
      if (part === start) return [...way, part]
      if (seen.has(part)) continue
      seen.add(part)
      const found = walk(part, [...way, part])
      if (found) return found
    }
    return undefined
  }
  return walk(start, [start])
}

/** Sets that hold themselves by way of other sets: their stock and their price would have no end. */
export function checkBundles(rules: readonly Rule[]): RuleProblem[] {
  const sets = setsOf(rules)
  return [...sets].flatMap(([setSkuId, { ruleId, skuIds }]) => {
    // A set that names itself is told by its own parameters.
    const through = skuIds.includes(setSkuId) ? undefined : wayBack(setSkuId, sets)
    return through ? [{ ruleId, code: 'bundle_cycle' as const, through }] : []
  })
}
