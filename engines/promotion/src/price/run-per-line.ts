import type { Group } from '../pipeline/pipeline.ts'
import { appliedOutcome, applyJudgement, cutLine } from './apply-judgement.ts'
import { type Candidate, missOutcome } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type Judgement, judge } from './judge.ts'

type HitJudgement = Extract<Judgement, { hit: true }>

/** For each line of the cart the rule that holds there: the greatest cut, or the first; of equals the first in order. */
function winnersByLine(
  hits: readonly HitJudgement[],
  { choose }: Group,
): Map<number, { hit: HitJudgement; cents: number }> {
  const winners = new Map<number, { hit: HitJudgement; cents: number }>()
  for (const hit of hits) {
    for (let k = 0; k < hit.off.length; k++) {
      const cents = hit.off[k] as number
      const i = hit.open.at[k] as number
      const before = winners.get(i)
      if (!before ? cents > 0 : choose === 'best' && cents > before.cents) winners.set(i, { hit, cents })
    }
  }
  return winners
}

/** Rules of which each line takes one. A single rule has no rivals and needs no comparison. */
export function runPerLine(group: Group, candidates: readonly Candidate[], state: CartState): void {
  const judged = candidates.map((candidate) => judge(candidate, state))
  const hits = judged.filter((j): j is HitJudgement => j.hit)
  if (hits.length < 2) {
    for (const j of judged) applyJudgement(state, j)
    return
  }
  const winners = winnersByLine(hits, group)
  const taken = new Map<HitJudgement, number>()
  for (const [i, { hit, cents }] of winners) {
    cutLine(state, i, hit.candidate, cents)
    taken.set(hit, (taken.get(hit) ?? 0) + cents)
  }
  for (const j of judged) {
    if (!j.hit) applyJudgement(state, j)
    else {
      const cents = taken.get(j)
      const winner = rivalOf(j, winners)
      if (cents !== undefined) state.outcomes.push(appliedOutcome(j.candidate, cents, j.next))
      else state.outcomes.push(missOutcome(j.candidate, 'better_in_group', winner === undefined ? {} : { by: winner }))
    }
  }
}

function rivalOf(judgement: HitJudgement, winners: ReadonlyMap<number, { hit: HitJudgement }>): string | undefined {
  for (const i of judgement.open.at) {
    const winner = winners.get(i)
    if (winner) return winner.hit.candidate.compiled.rule.ruleId
  }
  return undefined
}
