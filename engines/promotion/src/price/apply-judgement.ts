import { multiplyDivide, cents as toCents } from '@zhanggui/kernel'
import type { CompiledRule } from '../rules/compile-rules.ts'
import { firstUnits } from '../share/unit-share.ts'
import type { Candidate } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import type { Judgement } from './judge.ts'
import { noteApplied, noteMiss } from './note-outcome.ts'
import { borneByOthers, paidByOf } from './paid-by.ts'
import type { Cut } from './priced-cart.ts'

function cutOf({ compiled, claimId }: Candidate, cents: number): Cut {
  const cut: Cut = {
    ruleId: compiled.rule.ruleId,
    level: compiled.level,
    cents,
    paidBy: paidByOf(cents, compiled.payers),
  }
  if (claimId !== undefined) cut.claimId = claimId
  return cut
}

function blockLine(state: CartState, i: number, { blocksMask, rule }: CompiledRule): void {
  if (blocksMask === 0) return
  state.blocked[i] = (state.blocked[i] as number) | blocksMask
  state.blockedLevels |= blocksMask
  state.blockedBy[i] = rule.ruleId
}

/** Units that are taken pay their part less the cut; the cut is theirs alone. */
function takeUnits(state: CartState, i: number, { units, cutCents }: { units: number; cutCents: number }): void {
  const free = state.freeUnits[i] as number
  const taken = state.takenCents[i] as number
  const paid = firstUnits((state.remaining[i] as number) - taken, free, units)
  state.freeUnits[i] = free - units
  state.takenCents[i] = taken + Math.max(0, paid - cutCents)
}

/** A cut on the whole line lowers what its taken units pay in proportion. */
function lowerTaken(state: CartState, i: number, cents: number): void {
  const taken = state.takenCents[i] as number
  if (taken === 0 || cents === 0) return
  const denominator = state.remaining[i] as number
  state.takenCents[i] =
    taken - multiplyDivide({ amount: toCents(cents), numerator: taken, denominator, rounding: 'down' })
}

/** Writes what a judgement does to its k-th line: the cut, the units it uses up, the least that the line must go on paying. */
export function settleLine(state: CartState, judgement: Extract<Judgement, { hit: true }>, k: number): void {
  const { candidate, open, verdict, off } = judgement
  const i = open.at[k] as number
  const cutCents = off[k] ?? 0
  const units = verdict.takes?.[k] ?? 0
  if (units > 0) takeUnits(state, i, { units, cutCents })
  else lowerTaken(state, i, cutCents)
  cutLine(state, i, candidate, cutCents)
  const keep = verdict.keeps?.[k] ?? 0
  if (keep > (state.floor[i] as number)) state.floor[i] = Math.min(keep, state.remaining[i] as number)
}

/** All lines of a judgement. Most rules take no units and keep nothing, and only lower what lines pay. */
function settleLines(state: CartState, judgement: Extract<Judgement, { hit: true }>): void {
  const { candidate, open, verdict, off } = judgement
  const isPlain = !verdict.takes && !verdict.keeps
  const count = isPlain ? off.length : open.at.length
  for (let k = 0; k < count; k++) {
    if (!isPlain) settleLine(state, judgement, k)
    else if (off[k] !== 0) {
      const i = open.at[k] as number
      lowerTaken(state, i, off[k] as number)
      cutLine(state, i, candidate, off[k] as number)
    }
  }
}

/** Takes so much off one line and writes down who did it. */
function cutLine(state: CartState, i: number, candidate: Candidate, cents: number): void {
  if (cents === 0) return
  const { compiled } = candidate
  state.remaining[i] = (state.remaining[i] as number) - cents
  if (compiled.isBorneByOthers)
    state.borneByOthers[i] = (state.borneByOthers[i] as number) + borneByOthers(cents, compiled.payers)
  if (!state.isQuiet) state.cuts[i]?.push(cutOf(candidate, cents))
  blockLine(state, i, compiled)
}

function cutFees(state: CartState, judgement: Extract<Judgement, { hit: true }>): void {
  for (const [k, cents] of judgement.offShipping.entries()) {
    if (cents === 0) continue
    const i = judgement.open.feesAt[k] as number
    state.feesLeft[i] = (state.feesLeft[i] as number) - cents
    if (!state.isQuiet) state.feeCuts[i]?.push(cutOf(judgement.candidate, cents))
  }
}

/** Writes down what a judgement gives, for the lines that earned it: all of its own, unless only some were won. */
export function grantAll(
  state: CartState,
  { candidate, open, verdict }: Extract<Judgement, { hit: true }>,
  isWon: (i: number) => boolean = () => true,
): void {
  if (!verdict.grants) return
  const lineIds = open.basket.lines.flatMap((line, k) => (isWon(open.at[k] as number) ? [line.lineId] : []))
  const { ruleId } = candidate.compiled.rule
  for (const grant of verdict.grants)
    if (!('lineId' in grant) || lineIds.includes(grant.lineId)) state.grants.push({ ...grant, ruleId, lineIds })
}

/** Writes a judgement into the cart: cuts, units used, grants, and the outcome with its reason. */
export function applyJudgement(state: CartState, judgement: Judgement): void {
  const { candidate } = judgement
  if (!judgement.hit) {
    noteMiss(state, candidate, judgement.reason, judgement)
    return
  }
  settleLines(state, judgement)
  cutFees(state, judgement)
  grantAll(state, judgement)
  noteApplied(state, candidate, judgement)
}
