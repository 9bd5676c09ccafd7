import type { Group } from '../pipeline/pipeline.ts'
import type { CompiledGroup, CompiledLevel } from '../rules/compile-rules.ts'
import { applyJudgement } from './apply-judgement.ts'
import { type Candidate, missOutcome, openCandidates } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type Judgement, judge } from './judge.ts'
import { runPerLine } from './run-per-line.ts'

type HitJudgement = Extract<Judgement, { hit: true }>

/** The one that saves most; of equals the first in order. */
function chooseHit(hits: readonly HitJudgement[], choose: Group['choose']): HitJudgement | undefined {
  let best = hits[0]
  if (choose === 'best') for (const hit of hits) if (best && hit.cutCents > best.cutCents) best = hit
  return best
}

/** Up to `max` rules of the group, one after the other, each judged on what the one before has left. */
function runLimited(group: Group, candidates: readonly Candidate[], state: CartState): void {
  let rest = candidates
  let winner: string | undefined
  for (let taken = 0; rest.length > 0; taken++) {
    const judged = rest.map((candidate) => judge(candidate, state))
    const hits = judged.filter((j): j is HitJudgement => j.hit)
    const chosen = taken < group.max ? chooseHit(hits, group.choose) : undefined
    if (!chosen) {
      for (const j of judged) {
        if (j.hit) state.outcomes.push(missOutcome(j.candidate, 'better_in_group', { by: winner ?? '' }))
        else applyJudgement(state, j)
      }
      return
    }
    applyJudgement(state, chosen)
    winner = chosen.candidate.compiled.rule.ruleId
    rest = rest.filter((candidate) => candidate !== chosen.candidate)
  }
}

function runGroup({ group }: CompiledGroup, candidates: readonly Candidate[], state: CartState): void {
  if (!group) for (const candidate of candidates) applyJudgement(state, judge(candidate, state))
  else if (group.per === 'line') runPerLine(group, candidates, state)
  else runLimited(group, candidates, state)
}

/** One level of the pipeline over the cart, in place. */
export function runLevel({ level, groups }: CompiledLevel, state: CartState): void {
  for (const group of groups) runGroup(group, openCandidates(group, state), state)
  if (level.formsActivityPrice) state.activity = state.remaining.slice()
}
