import type { Hit, NextStep } from '../mechanics/mechanic.ts'
import { shareOut } from '../share/share-out.ts'
import type { Candidate } from './candidates.ts'
import type { CartState } from './cart-state.ts'
import { type OpenBasket, openBasket } from './open-basket.ts'
import type { MissReason } from './reasons.ts'

/** What a rule would do to the cart as it stands; nothing is written yet. */
export type Judgement = { candidate: Candidate; open: OpenBasket; next: NextStep | undefined } & (
  | { hit: false; reason: MissReason; by: string | undefined }
  | { hit: true; verdict: Hit; off: readonly number[]; offShipping: readonly number[]; cutCents: number }
)

const NONE: readonly number[] = []

const sum = (parts: readonly number[]): number => {
  let total = 0
  for (let i = 0; i < parts.length; i++) total += parts[i] as number
  return total
}

/** What each line can still give: down to its floor, and never below nothing. */
function roomOf(state: CartState, at: readonly number[]): number[] {
  const room: number[] = []
  for (const i of at) room.push(Math.max(0, (state.remaining[i] as number) - (state.floor[i] as number)))
  return room
}

function offByLine(verdict: Hit, open: OpenBasket, room: readonly number[], maxCents: number): readonly number[] {
  const roomSum = sum(room)
  if (verdict.offByLine) {
    const wanted = verdict.offByLine.map((off, i) => Math.min(off, room[i] as number))
    const total = sum(wanted)
    return total <= maxCents ? wanted : shareOut(maxCents, wanted, wanted)
  }
  const off = Math.min(verdict.off ?? 0, roomSum, maxCents)
  return off === 0 ? NONE : shareOut(off, open.basket.remainingCents, room)
}

const offFees = (verdict: Hit, { basket }: OpenBasket): readonly number[] =>
  verdict.offShipping?.map((off, i) => Math.min(off, basket.shipping[i]?.feeCents ?? 0)) ?? NONE

/** Whether a rule that holds has something to give: money, or a gift, points, a card. */
const givesNothing = (verdict: Hit, cutCents: number): boolean => cutCents === 0 && !verdict.grants?.length

/** Asks the mechanic, and keeps its answer within the floor of each line, the cap of the rule and what is left to pay. */
export function judge(candidate: Candidate, state: CartState): Judgement {
  const { compiled } = candidate
  const open = openBasket(state, compiled)
  const miss = (reason: MissReason, next?: NextStep): Judgement => ({
    candidate,
    open,
    hit: false,
    reason,
    next,
    by: reason === 'blocked' ? open.blockedBy : undefined,
  })
  if (open.at.length === 0) return miss(open.blockedBy === undefined ? 'no_goods' : 'blocked')
  const verdict = compiled.mechanic.apply(compiled.rule.params as never, open.basket)
  if (!verdict.hit) return miss(verdict.reason, verdict.next)
  const off = offByLine(verdict, open, roomOf(state, open.at), compiled.rule.maxCents ?? Number.MAX_SAFE_INTEGER)
  const offShipping = offFees(verdict, open)
  const cutCents = sum(off) + sum(offShipping)
  if (givesNothing(verdict, cutCents)) return miss('nothing_left', verdict.next)
  return { candidate, open, hit: true, verdict, off, offShipping, cutCents, next: verdict.next }
}
