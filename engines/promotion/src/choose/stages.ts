import type { Cart } from '../cart/cart.ts'
import { type Candidate, openCandidates } from '../price/candidates.ts'
import type { CartState } from '../price/cart-state.ts'
import type { CompiledGroup, CompiledLevel, RuleSet } from '../rules/compile-rules.ts'

/** Claims that do the same: of one rule, with the same amount in them. In the order of their ids. */
export type Kind = { candidates: readonly Candidate[] }

/**
 * One decision on the way through the pipeline: which of the held claims go into a group. `candidates` are all that compete,
 * in the order of the group; those without a claim hold by themselves. A rule that stands for itself has a stage for its
 * like claims, or one for each unlike claim.
 */
export type Stage = {
  group: CompiledGroup
  candidates: readonly Candidate[]
  kinds: readonly Kind[]
  /** Most rules that hold in the group. */
  max: number
  /** Levels that end with this stage. */
  closes: readonly CompiledLevel[]
}

const isHeld = ({ claimId }: Candidate): boolean => claimId !== undefined

function kindsOf(candidates: readonly Candidate[]): Kind[] {
  const kinds = new Map<string, Candidate[]>()
  for (const candidate of candidates.filter(isHeld)) {
    const key = `${candidate.claimCents ?? ''}\n${candidate.compiled.rule.ruleId}`
    const kind = kinds.get(key)
    if (kind) kind.push(candidate)
    else kinds.set(key, [candidate])
  }
  return [...kinds.values()].map((list) => ({ candidates: list }))
}

function stagesOf(group: CompiledGroup, state: CartState): Stage[] {
  const candidates = openCandidates(group, state)
  if (candidates.length === 0) return []
  const stage = (some: readonly Candidate[], max: number): Stage => ({
    group,
    candidates: some,
    kinds: kindsOf(some),
    max,
    closes: [],
  })
  if (group.group) return [stage(candidates, group.group.max)]
  // Like claims need no order; unlike ones are used in the order of their ids, so each is a decision of its own.
  if (kindsOf(candidates).length === 1) return [stage(candidates, candidates.length)]
  return candidates.map((candidate) => stage([candidate], 1))
}

/** The decisions of a cart in the order of the pipeline. What does not depend on amounts (conditions, claims) is settled here. */
export function openStages(ruleSet: RuleSet, state: CartState): Stage[] {
  const stages: Stage[] = []
  for (const level of ruleSet.levels) {
    for (const group of level.groups) stages.push(...stagesOf(group, state))
    const last = stages[stages.length - 1]
    // A level that ends before the first decision leaves prices as listed, and they are the activity price already.
    if (last && level.level.formsActivityPrice) stages[stages.length - 1] = { ...last, closes: [...last.closes, level] }
  }
  return stages
}

/** The cart without its points. */
export const withoutPoints = ({ pointsToUse: _, ...cart }: Cart): Cart => cart
