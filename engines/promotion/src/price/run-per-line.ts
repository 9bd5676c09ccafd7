import type { Group } from '../pipeline/pipeline.ts'
import { applyJudgement, grantAll, settleLine } from './apply-judgement.ts'
import type { Candidate } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type HitJudgement, judge } from './judge.ts'
import { noteApplied, noteMiss } from './note-outcome.ts'

/** For each line of the cart the rule that holds there and what it takes; both arrays by line. */
type Winners = { hits: (HitJudgement | undefined)[]; cents: number[] }

/** The greatest cut of each line, or the first; of equals the first in order. */
function winnersByLine(hits: readonly HitJudgement[], { choose }: Group, lines: number): Winners {
  const winners: Winners = { hits: new Array(lines).fill(undefined), cents: new Array(lines).fill(0) }
  for (const hit of hits) {
    for (let k = 0; k < hit.off.length; k++) {
      const cents = hit.off[k] as number
      const i = hit.open.at[k] as number
      const before = winners.cents[i] as number
      if (before === 0 ? cents === 0 : choose === 'first' || cents <= before) continue
      winners.hits[i] = hit
      winners.cents[i] = cents
    }
  }
  return winners
}

/** Rules of which each line takes one. A single rule has no rivals and needs no comparison. */
export function runPerLine(group: Group, candidates: readonly Candidate[], state: CartState): void {
  const judged = candidates.map((candidate) => judge(candidate, state))
  const hits: HitJudgement[] = []
  for (const j of judged) if (j.hit) hits.push(j)
  if (hits.length < 2) {
    for (const j of judged) applyJudgement(state, j)
    return
  }
  const winners = winnersByLine(hits, group, state.lines.length)
  for (const j of judged) {
    if (!j.hit) applyJudgement(state, j)
    else applyWon(state, j, winners)
  }
}

/** Writes down what a rule won, line by line; a rule that won no line was beaten on its own goods. */
function applyWon(state: CartState, hit: HitJudgement, winners: Winners): void {
  let cutCents = 0
  for (let k = 0; k < hit.open.at.length; k++) {
    const i = hit.open.at[k] as number
    if (winners.hits[i] !== hit) continue
    cutCents += winners.cents[i] as number
    settleLine(state, hit, k)
  }
  if (cutCents === 0) noteMiss(state, hit.candidate, 'better_in_group', { by: rivalOf(hit, winners) })
  else {
    grantAll(state, hit, (i) => winners.hits[i] === hit)
    noteApplied(state, hit.candidate, { cutCents, next: hit.next })
  }
}

function rivalOf({ open }: HitJudgement, { hits }: Winners): string | undefined {
  for (const i of open.at) {
    const winner = hits[i]
    if (winner) return winner.candidate.compiled.rule.ruleId
  }
  return undefined
}
