import type { Group } from '../pipeline/pipeline.ts'
import type { CompiledGroup, CompiledLevel } from '../rules/compile-rules.ts'
import { applyJudgement } from './apply-judgement.ts'
import { type Candidate, openCandidates } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type HitJudgement, type Judgement, judge } from './judge.ts'
import { noteMiss } from './note-outcome.ts'
import { runPerLine } from './run-per-line.ts'

/** The one that saves most; of equals the first in order. */
export function chooseHit(judged: readonly Judgement[], choose: Group['choose']): HitJudgement | undefined {
  let chosen: HitJudgement | undefined
  for (const j of judged) {
    if (!j.hit || (chosen && (choose === 'first' || j.cutCents <= chosen.cutCents))) continue
    chosen = j
  }
  return chosen
}

/** What is said of the rules that a full group leaves out: a rival that would have given something, or a reason of its own. */
function leaveOut(judged: readonly Judgement[], chosen: HitJudgement | undefined, state: CartState): void {
  for (const j of judged) {
    if (j === chosen) continue
    if (!j.hit) applyJudgement(state, j)
    else noteMiss(state, j.candidate, 'better_in_group', { by: chosen?.candidate.compiled.rule.ruleId })
  }
}

/** Up to `max` rules of the group, one after the other, each judged on what the one before has left. */
function runLimited(group: Group, candidates: readonly Candidate[], state: CartState): void {
  let rest = candidates
  for (let taken = 1; rest.length > 0; taken++) {
    const judged = rest.map((candidate) => judge(candidate, state))
    const chosen = chooseHit(judged, group.choose)
    if (chosen) applyJudgement(state, chosen)
    if (!chosen || taken === group.max) {
      leaveOut(judged, chosen, state)
      return
    }
    rest = rest.filter((candidate) => candidate !== chosen.candidate)
  }
}

/** The rules of one group over the cart, in place. */
export function runGroup({ group }: CompiledGroup, candidates: readonly Candidate[], state: CartState): void {
  if (!group) for (const candidate of candidates) applyJudgement(state, judge(candidate, state))
  else if (group.per === 'line') runPerLine(group, candidates, state)
  else runLimited(group, candidates, state)
}

/** What a level leaves is the activity price of what comes after it, where the level forms one. */
export function endLevel({ level }: CompiledLevel, state: CartState): void {
  if (level.formsActivityPrice) state.activity = state.remaining.slice()
}

/** One level of the pipeline over the cart, in place. */
export function runLevel(compiled: CompiledLevel, state: CartState): void {
  for (const group of compiled.groups) runGroup(group, openCandidates(group, state), state)
  endLevel(compiled, state)
}
