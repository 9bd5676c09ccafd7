import type { Hit, NextStep } from '../mechanics/mechanic.ts'
import { shareOut } from '../share/share-out.ts'
import type { Candidate } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type OpenBasket, openBasket } from './open-basket.ts'
import type { MissReason } from './reasons.ts'

export type MissJudgement = {
  candidate: Candidate
  open: OpenBasket
  hit: false
  reason: MissReason
  next: NextStep | undefined
  by: string | undefined
}
export type HitJudgement = {
  candidate: Candidate
  open: OpenBasket
  hit: true
  verdict: Hit
  off: readonly number[]
  offShipping: readonly number[]
  cutCents: number
  next: NextStep | undefined
}
/** What a rule would do to the cart as it stands; nothing is written yet. */
export type Judgement = HitJudgement | MissJudgement

const NONE: readonly number[] = []

const sum = (parts: readonly number[]): number => {
  let total = 0
  for (let i = 0; i < parts.length; i++) total += parts[i] as number
  return total
}

function isWithin(wanted: readonly number[], room: readonly number[]): boolean {
  for (let i = 0; i < wanted.length; i++) if ((wanted[i] as number) > (room[i] as number)) return false
  return true
}

function withinRoom(wanted: readonly number[], room: readonly number[]): readonly number[] {
  if (isWithin(wanted, room)) return wanted
  const parts: number[] = []
  for (let i = 0; i < wanted.length; i++) parts.push(Math.min(wanted[i] as number, room[i] as number))
  return parts
}

function offByLine(verdict: Hit, { basket, room }: OpenBasket): readonly number[] {
  const { mostCents, remainingCents } = basket
  if (verdict.offByLine) {
    const wanted = withinRoom(verdict.offByLine, room)
    return sum(wanted) <= mostCents ? wanted : shareOut(mostCents, wanted, wanted)
  }
  const off = Math.min(verdict.off ?? 0, mostCents)
  return off === 0 ? NONE : shareOut(off, remainingCents, room)
}

/** Fees are cut after goods, within what the cap of the rule has left. */
function offFees(verdict: Hit, { basket }: OpenBasket, mostCents: number): readonly number[] {
  if (!verdict.offShipping) return NONE
  const wanted = verdict.offShipping.map((off, i) => Math.min(off, basket.shipping[i]?.feeCents ?? 0))
  return sum(wanted) <= mostCents ? wanted : shareOut(mostCents, wanted, wanted)
}

/** Whether a rule that holds has something to give: money, or a gift, points, a card. */
const givesNothing = (verdict: Hit, cutCents: number): boolean => cutCents === 0 && !verdict.grants?.length

const miss = (candidate: Candidate, open: OpenBasket, reason: MissReason, next?: NextStep): MissJudgement => ({
  candidate,
  open,
  hit: false,
  reason,
  next,
  by: reason === 'blocked' ? open.blockedBy : undefined,
})

/** Asks the mechanic, and keeps its answer within the floor of each line, the cap of the rule and what is left to pay. */
export function judge(candidate: Candidate, state: CartState): Judgement {
  const { mechanic, rule } = candidate.compiled
  const open = openBasket(state, candidate)
  if (open.at.length === 0) return miss(candidate, open, open.blockedBy === undefined ? 'no_goods' : 'blocked')
  const verdict = mechanic.apply(rule.params as never, open.basket)
  if (!verdict.hit) return miss(candidate, open, verdict.reason, verdict.next)
  const off = offByLine(verdict, open)
  const goodsCents = sum(off)
  const offShipping = offFees(verdict, open, (rule.maxCents ?? Number.MAX_SAFE_INTEGER) - goodsCents)
  const cutCents = goodsCents + sum(offShipping)
  if (givesNothing(verdict, cutCents)) return miss(candidate, open, 'nothing_left', verdict.next)
  return { candidate, open, hit: true, verdict, off, offShipping, cutCents, next: verdict.next }
}
