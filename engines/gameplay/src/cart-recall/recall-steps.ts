import { addDays, type BusinessDay, err, ok } from '@zhanggui/kernel'
import { armOf, withPaid, withPerson } from '../experiment/arms.ts'
import type { Fields } from '../programme/field.ts'
import { transfer } from '../programme/ledger.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import type { COUNT, ENROL, RecallDesk, RecalledCart, RecallTerms } from './terms.ts'

type Answer = ProgrammeAnswer<RecallDesk, RecalledCart>
type Outcome = ProgrammeOutcome<RecallDesk, RecalledCart>
type Step<F extends Fields = Fields> = ProgrammeStep<RecallTerms, RecallDesk, RecalledCart, F>

/**
 * A cart that waits is drawn by lot: most get the right, some are left alone. Whoever is refused is refused before the lot, also
 * for want of budget, so that both groups are the same kind of people.
 */
export function enrol({ terms, desk, caseId, buyer, command, moment }: Step<typeof ENROL>): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (!buyer) return err({ code: 'buyer_needed' })
  if (buyer.cases > 0) return err({ code: 'buyer_limit' })
  const addedDay = command.addedDay as BusinessDay
  if (addDays(addedDay, terms.idleDays) > moment.day) return err({ code: 'too_soon' })
  if (command.cartCents < terms.cartMinCents) return err({ code: 'not_taking_part' })
  const { faceCents } = terms
  if (desk.promisedCents + desk.spentCents + faceCents > terms.budgetCents) return err({ code: 'budget_used_up' })
  const arm = armOf(moment.seed, caseId, terms.heldBp)
  const throughDay = addDays(moment.day, terms.rightDays - 1)
  const state: RecalledCart = {
    ...{
      arm,
      cartCents: command.cartCents,
      addedDay,
      fromDay: moment.day,
      throughDay,
      paidCents: 0,
      moves: 0,
      isSettled: false,
    },
    status: arm === 'treated' ? 'offered' : 'held',
  }
  const arms = withPerson(desk.arms, arm)
  const dueDay = settledOn(terms, state)
  if (arm === 'held') return ok(happened({ desk: { ...desk, arms }, state, dueDay }))
  const promisedCents = desk.promisedCents + faceCents
  const { batch } = terms
  return ok(
    happened(
      { desk: { ...desk, arms, promisedCents }, state, dueDay },
      { effects: [{ key: `${caseId}/right`, kind: 'coupon', cents: faceCents, throughDay, ...(batch && { batch }) }] },
    ),
  )
}

/** What the offer costs is booked when it was used: at most its face, taken off the order. */
function costEntry(
  { terms, caseId, state }: Pick<Step, 'terms' | 'caseId'> & { state: RecalledCart },
  isBought: boolean,
) {
  const cents = isBought ? terms.faceCents : -terms.faceCents
  const memo = isBought ? '使用回购权' : '订单退回'
  return transfer(`${caseId}/used/${state.moves}`, memo, { from: 'orders', to: 'recall', cents })
}

/**
 * Told in all, not by order: the same figure again changes nothing, and money that went back is no purchase. Once settled, only
 * less is heard of: the budget of an offer that lapsed may be another one's by then.
 */
export function countPurchases({ terms, desk, state, caseId, command }: Step<typeof COUNT>): Answer {
  if (!state) return err({ code: 'not_there' })
  const { arm, paidCents: before, isSettled } = state
  const after = command.paidCents
  if (isSettled && after > before) return err({ code: 'too_late' })
  const dueDay = isSettled ? null : settledOn(terms, state)
  if (after === before) return ok(happened({ desk, state, dueDay }))
  const moved: RecalledCart = { ...state, paidCents: after, moves: state.moves + 1, status: statusAfter(state, after) }
  const counted = { ...desk, arms: withPaid(desk.arms, arm, { before, after }) }
  const isTurned = arm === 'treated' && before > 0 !== after > 0
  if (!isTurned) return ok(happened({ desk: counted, state: moved, dueDay }))
  const isBought = after > 0
  return ok(
    happened(
      { desk: isBought ? spent(counted, terms) : unspent(counted, terms, isSettled), state: moved, dueDay },
      { entries: [costEntry({ terms, caseId, state: moved }, isBought)] },
    ),
  )
}

const spent = (desk: RecallDesk, { faceCents }: RecallTerms): RecallDesk => ({
  ...desk,
  promisedCents: desk.promisedCents - faceCents,
  spentCents: desk.spentCents + faceCents,
})

/** The order came back: until it is settled the buyer may still use the right. */
const unspent = (desk: RecallDesk, { faceCents }: RecallTerms, isSettled: boolean): RecallDesk => ({
  ...desk,
  promisedCents: desk.promisedCents + (isSettled ? 0 : faceCents),
  spentCents: desk.spentCents - faceCents,
})

const settledOn = ({ settleDays }: RecallTerms, { throughDay }: RecalledCart): BusinessDay =>
  addDays(throughDay, 1 + settleDays)

function statusAfter({ arm, isSettled }: RecalledCart, paidCents: number): RecalledCart['status'] {
  if (paidCents > 0) return 'bought'
  if (arm === 'held') return 'held'
  return isSettled ? 'lapsed' : 'offered'
}

/** When its days and those of settling are over an offer that was not used frees its budget. */
export function tick({ terms, desk, state }: Table<RecallTerms, RecallDesk, RecalledCart>): Outcome {
  if (state.isSettled) return happened({ desk, state })
  const settled = { ...state, isSettled: true }
  if (state.status !== 'offered') return happened({ desk, state: settled })
  const promisedCents = desk.promisedCents - terms.faceCents
  return happened({ desk: { ...desk, promisedCents }, state: { ...settled, status: 'lapsed' } })
}
