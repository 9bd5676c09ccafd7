import { addDays, type BusinessDay, err, ok } from '@zhanggui/kernel'
import { type Fields, text } from '../programme/field.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeEffect,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import { grade, model, type TradeIn, type TradeInDesk, type TradeInTerms, worthOf } from './terms.ts'
import { chargedBack, differenceOf, promised, settled } from './trade-in-entries.ts'

type Answer = ProgrammeAnswer<TradeInDesk, TradeIn>
type Outcome = ProgrammeOutcome<TradeInDesk, TradeIn>
type Step<F extends Fields = Fields> = ProgrammeStep<TradeInTerms, TradeInDesk, TradeIn, F>
type At = Table<TradeInTerms, TradeInDesk, TradeIn>

export const QUOTE = { model, grade }
export const SEND = { tracking: text('运单号', 'Tracking number', 'SF1234567890', { max: 80 }) }
export const INSPECT = { grade }

export function quote({ terms, desk, caseId, buyer, command, moment }: Step<typeof QUOTE>): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  const estimateCents = worthOf(terms, command)
  if (estimateCents === null || estimateCents === 0) return err({ code: 'unknown_choice' })
  if ((buyer?.cases ?? 0) >= terms.perBuyerMax) return err({ code: 'buyer_limit' })
  const { subsidyCents } = terms
  if (desk.subsidyCents + subsidyCents > terms.budgetCents) return err({ code: 'budget_used_up' })
  const sendByDay = addDays(moment.day, terms.sendDays)
  const state: TradeIn = {
    ...command,
    estimateCents,
    subsidyCents,
    sendByDay,
    tracking: null,
    found: null,
    status: 'estimated',
  }
  const after = { ...desk, quoted: desk.quoted + 1, subsidyCents: desk.subsidyCents + subsidyCents }
  return ok(happened({ desk: after, state, dueDay: addDays(sendByDay, 1) }, { entries: [promised(caseId, state)] }))
}

export function send({ desk, state, command, moment }: Step<typeof SEND>): Answer {
  if (state?.status !== 'estimated') return err({ code: 'wrong_state' })
  if (moment.day > state.sendByDay) return err({ code: 'over' })
  return ok(happened({ desk, state: { ...state, ...command, status: 'sent' } }))
}

/** Worth as much as estimated or more: settled at once. Worth less: the buyer is asked first. */
export function inspect(step: Step<typeof INSPECT>): Answer {
  const { terms, desk, state, command, moment } = step
  if (state?.status !== 'sent') return err({ code: 'wrong_state' })
  const worthCents = worthOf(terms, { model: state.model, grade: command.grade })
  if (worthCents === null) return err({ code: 'unknown_choice' })
  const inspected: TradeIn = { ...state, found: { grade: command.grade, worthCents } }
  if (worthCents >= state.estimateCents) return ok(settle({ ...step, state: inspected }))
  const dueDay = addDays(moment.day, terms.answerDays + 1)
  return ok(happened({ desk, state: { ...inspected, status: 'offered' }, dueDay }))
}

export function accept(step: Step): Answer {
  const { state } = step
  return state?.status === 'offered' ? ok(settle({ ...step, state })) : err({ code: 'wrong_state' })
}

/** The buyer keeps the old item and pays back what was taken off. */
export function decline(step: Step): Answer {
  const { state, caseId } = step
  if (state?.status !== 'offered') return err({ code: 'wrong_state' })
  const back: ProgrammeEffect = { key: `${caseId}/send-back`, kind: 'sendBack', note: state.model }
  return ok(chargeBack({ ...step, state }, { status: 'declined', memo: '不接受验机结果，旧品退回', also: [back] }))
}

/** No item by the last day: charged back. No answer by the last day: the published worth holds. */
export function tick(at: At): Outcome {
  const { desk, state, moment } = at
  if (state.status === 'estimated' && moment.day > state.sendByDay)
    return chargeBack(at, { status: 'lapsed', memo: '逾期未寄出', also: [] })
  return state.status === 'offered' ? settle(at) : happened({ desk, state, dueDay: dueDayOf(state) })
}

const dueDayOf = ({ status, sendByDay }: TradeIn): BusinessDay | null =>
  status === 'estimated' ? addDays(sendByDay, 1) : null

type Settling = Pick<At, 'desk' | 'state' | 'caseId'>

function settle({ desk, state, caseId }: Settling): Outcome {
  const worthCents = state.found?.worthCents ?? 0
  const cents = differenceOf(state, worthCents)
  const key = `${caseId}/difference`
  const effects: ProgrammeEffect[] =
    cents === 0 ? [] : [cents > 0 ? { key, kind: 'refund', cents } : { key, kind: 'charge', cents: -cents }]
  const after = {
    ...desk,
    subsidyCents: desk.subsidyCents - (worthCents === 0 ? state.subsidyCents : 0),
    recycled: desk.recycled + 1,
    recycledCents: desk.recycledCents + worthCents,
  }
  return happened(
    { desk: after, state: { ...state, status: 'settled' } },
    { effects, entries: [settled(caseId, state, worthCents)] },
  )
}

function chargeBack(
  { desk, state, caseId }: Settling,
  { status, memo, also }: { status: 'declined' | 'lapsed'; memo: string; also: readonly ProgrammeEffect[] },
): Outcome {
  const cents = state.estimateCents + state.subsidyCents
  return happened(
    { desk: { ...desk, subsidyCents: desk.subsidyCents - state.subsidyCents }, state: { ...state, status } },
    {
      effects: [{ key: `${caseId}/charge-back`, kind: 'charge', cents }, ...also],
      entries: [chargedBack(caseId, memo, state)],
    },
  )
}
