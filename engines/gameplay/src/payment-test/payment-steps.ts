import { addDays, cents, err, multiplyDivide, ok } from '@zhanggui/kernel'
import { armOf, withPaid, withPerson, withRefund } from '../experiment/arms.ts'
import type { Fields } from '../programme/field.ts'
import { payableTo, transfer } from '../programme/ledger.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import type { ProgrammeRefusal } from '../programme/refusal.ts'
import { outsideWindow } from '../programme/window.ts'
import type { ARRIVE, Checkout, PAY, PaymentDesk, PaymentTerms } from './terms.ts'

type Answer = ProgrammeAnswer<PaymentDesk, Checkout>
type Outcome = ProgrammeOutcome<PaymentDesk, Checkout>
type Step<F extends Fields = Fields> = ProgrammeStep<PaymentTerms, PaymentDesk, Checkout, F>

/** The published rule of who may pay this way; asked of both groups, so that they are the same kind of orders. */
function refusalOf({ terms, buyer, command }: Step<typeof ARRIVE>): ProgrammeRefusal | null {
  if (!buyer) return { code: 'buyer_needed' }
  if (buyer.cases > 0) return { code: 'buyer_limit' }
  if (buyer.tier < terms.tierMin) return { code: 'tier_too_low' }
  const { amountCents } = command
  return amountCents < terms.minCents || amountCents > terms.maxCents ? { code: 'amount_not_allowed' } : null
}

/** A buyer comes to the payment page, once a person: a second try would not be chance any more. */
export function arrive(step: Step<typeof ARRIVE>): Answer {
  const { terms, desk, caseId, command, moment } = step
  const refusal = outsideWindow(terms, moment.day) ?? refusalOf(step)
  if (refusal) return err(refusal)
  const arm = armOf(moment.seed, caseId, terms.heldBp)
  const { amountCents } = command
  const state: Checkout = { arm, amountCents, arrivedDay: moment.day, times: 0, feeCents: 0, status: 'open' }
  return ok(
    happened({
      desk: { ...desk, arms: withPerson(desk.arms, arm) },
      state,
      dueDay: addDays(moment.day, terms.abandonDays),
    }),
  )
}

const feeOf = (amountCents: number, feeBp: number): number =>
  multiplyDivide({ amount: cents(amountCents), numerator: feeBp, denominator: 10_000, rounding: 'half_up' })

const feeEntry = (key: string, memo: string, cents: number) =>
  transfer(key, memo, { from: payableTo('provider'), to: 'paymentFee', cents })

/** Paid, in the offered way or another; the fee of the offered way is the seller's. */
export function pay({ terms, desk, state, caseId, command }: Step<typeof PAY>): Answer {
  if (state?.status !== 'open') return err({ code: 'wrong_state' })
  const { times } = command
  const rate = terms.rates.find((one) => one.times === times)
  if (times > 0 && (!rate || state.arm === 'held')) return err({ code: 'unknown_choice' })
  const { arm, amountCents } = state
  const feeCents = rate && times > 0 ? feeOf(amountCents, rate.feeBp) : 0
  const arms = withPaid(desk.arms, arm, { before: 0, after: amountCents })
  const used = { usedOffer: desk.usedOffer + Number(times > 0), feeCents: desk.feeCents + feeCents }
  return ok(
    happened(
      { desk: { arms, ...used }, state: { ...state, times, feeCents, status: 'paid' } },
      { entries: feeCents === 0 ? [] : [feeEntry(`${caseId}/fee`, '分期与后付费用', feeCents)] },
    ),
  )
}

/** The whole order came back, and the provider's fee with it. That the payment step was passed stays true. */
export function giveBack({ desk, state, caseId }: Step): Answer {
  if (state?.status !== 'paid') return err({ code: 'wrong_state' })
  const { arm, amountCents, times, feeCents } = state
  const arms = withRefund(desk.arms, arm, { before: amountCents, after: 0 })
  const used = { usedOffer: desk.usedOffer - Number(times > 0), feeCents: desk.feeCents - feeCents }
  return ok(
    happened(
      { desk: { arms, ...used }, state: { ...state, feeCents: 0, status: 'returned' } },
      { entries: feeCents === 0 ? [] : [feeEntry(`${caseId}/fee-back`, '退款冲回费用', -feeCents)] },
    ),
  )
}

export function tick({ desk, state }: Table<PaymentTerms, PaymentDesk, Checkout>): Outcome {
  return happened({ desk, state: state.status === 'open' ? { ...state, status: 'abandoned' } : state })
}
