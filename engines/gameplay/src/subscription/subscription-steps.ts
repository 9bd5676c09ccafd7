import { daysBetween, err, ok } from '@zhanggui/kernel'
import { count, day, type Fields } from '../programme/field.ts'
import { type Entry, payableTo, transfer } from '../programme/ledger.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeEffect,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import { type Delivery, scheduleOf } from './schedule.ts'
import type { SubscriptionDesk, SubscriptionState, SubscriptionTerms } from './terms.ts'

type Desk = SubscriptionDesk
type State = SubscriptionState
type Answer = ProgrammeAnswer<Desk, State>
type Outcome = ProgrammeOutcome<Desk, State>
type Step<F extends Fields = Fields> = ProgrammeStep<SubscriptionTerms, Desk, State, F>
type At = Table<SubscriptionTerms, Desk, State>

export const SUBSCRIBE = {
  firstDay: day('首期发货日', 'First delivery', 1),
  everyDays: count('间隔天数', 'Days between', 30, { min: 1, max: 366 }),
  times: count('期数', 'Deliveries', 6, { min: 1, max: 60 }),
  units: count('每期件数', 'Units a delivery', 1, { min: 1, max: 100 }),
}
export const SKIP = { cycle: count('跳过第几个周期', 'Cycle to skip', 2, { min: 1, max: 1000 }) }
export const DAYS = { fromDay: day('从', 'From', 3), throughDay: day('到（含）', 'Through', 17) }

/** Deliveries that have not left yet. */
export const comingOf = (state: State, { stockOuts }: Pick<Desk, 'stockOuts'>): Delivery[] =>
  scheduleOf({ ...state, stockOuts }).slice(state.delivered)

const after = (state: State, desk: Desk): { state: State; dueDay: Delivery['day'] | null } => ({
  state,
  dueDay: state.status === 'active' ? (comingOf(state, desk)[0]?.day ?? null) : null,
})

const isBetween = (value: number, min: number, max: number): boolean => value >= min && value <= max

/** All deliveries are paid in advance: the money is owed in goods until they leave. */
export function subscribe({ terms, desk, caseId, buyer, command, moment }: Step<typeof SUBSCRIBE>): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (command.firstDay < moment.day) return err({ code: 'too_late' })
  const fits =
    isBetween(command.everyDays, terms.everyDaysMin, terms.everyDaysMax) &&
    isBetween(command.times, terms.timesMin, terms.timesMax)
  if (!fits) return err({ code: 'unknown_choice' })
  if ((buyer?.cases ?? 0) >= terms.perBuyerMax) return err({ code: 'buyer_limit' })
  const state: State = {
    ...command,
    startedDay: moment.day,
    skipped: [],
    pauses: [],
    delivered: 0,
    status: 'active',
    endedDay: null,
  }
  const cents = terms.priceCents * command.times * command.units
  const paid = transfer(`${caseId}/paid`, '周期购预付', { from: 'prepaid', to: 'buyers', cents })
  const more = { ...desk, subscribed: desk.subscribed + 1 }
  return ok(happened({ desk: more, ...after(state, desk) }, { entries: [paid] }))
}

export function skip({ terms, desk, state, command, moment }: Step<typeof SKIP>): Answer {
  if (state?.status !== 'active') return err({ code: 'wrong_state' })
  const delivery = comingOf(state, desk).find(({ cycle }) => cycle === command.cycle)
  if (!delivery) return err({ code: 'unknown_choice' })
  if (daysBetween(moment.day, delivery.day) <= terms.changeDays) return err({ code: 'too_late' })
  if (state.skipped.length >= terms.skipsMax) return err({ code: 'too_many_changes' })
  return ok(happened({ desk, ...after({ ...state, skipped: [...state.skipped, command.cycle] }, desk) }))
}

export function pause({ terms, desk, state, command, moment }: Step<typeof DAYS>): Answer {
  if (state?.status !== 'active') return err({ code: 'wrong_state' })
  const { fromDay, throughDay } = command
  const days = daysBetween(fromDay, throughDay) + 1
  if (days < 1 || days > terms.pauseDaysMax) return err({ code: 'unknown_choice' })
  if (daysBetween(moment.day, fromDay) <= terms.changeDays) return err({ code: 'too_late' })
  return ok(happened({ desk, ...after({ ...state, pauses: [...state.pauses, { fromDay, throughDay }] }, desk) }))
}

/** What was paid for and has not left is given back at the price it was paid at. */
export function cancel({ terms, desk, state, caseId, moment }: Step): Answer {
  if (state?.status !== 'active') return err({ code: 'wrong_state' })
  const cents = terms.priceCents * (state.times - state.delivered) * state.units
  const back = { from: payableTo('buyers'), to: 'prepaid', cents }
  return ok(
    happened(
      {
        desk: { ...desk, cancelled: desk.cancelled + 1 },
        state: { ...state, status: 'cancelled', endedDay: moment.day },
      },
      {
        effects: [{ key: `${caseId}/refund`, kind: 'refund', cents }],
        entries: [transfer(`${caseId}/refund`, '退订退款', back)],
      },
    ),
  )
}

/** The item is out of stock on these days: every delivery within them waits. */
export function reportStockOut({ desk, command, moment }: Step<typeof DAYS>): Answer {
  const { fromDay, throughDay } = command
  if (fromDay > throughDay) return err({ code: 'unknown_choice' })
  if (fromDay < moment.day) return err({ code: 'too_late' })
  const stockOuts = [...desk.stockOuts, { fromDay, throughDay }]
  return ok(
    happened<SubscriptionDesk, SubscriptionState>({ desk: { ...desk, stockOuts }, state: null }, { wakes: true }),
  )
}

/** Everything that is due leaves: the item, the gift of that delivery, and its share of what was paid in advance is earned. */
export function tick({ terms, desk, state, caseId, moment }: At): Outcome {
  if (state.status !== 'active') return happened({ desk, state })
  const due = comingOf(state, desk).filter(({ day }) => day <= moment.day)
  const delivered = state.delivered + due.length
  const isOver = delivered === state.times
  const next: State = { ...state, delivered, ...(isOver && { status: 'finished', endedDay: moment.day }) }
  const counted = {
    ...desk,
    delivered: desk.delivered + due.length,
    finished: desk.finished + (isOver ? 1 : 0),
  }
  const given = { terms, state, caseId }
  return happened(
    { desk: counted, ...after(next, desk) },
    {
      effects: due.map((delivery) => shipped(given, delivery)),
      entries: due.map((delivery) => earned(given, delivery)),
    },
  )
}

type Given = Pick<At, 'terms' | 'state' | 'caseId'>

function shipped({ terms, state, caseId }: Given, { number }: Delivery): ProgrammeEffect {
  const gifts = terms.gifts.filter(({ delivery }) => delivery === number).map(({ giftSkuId }) => giftSkuId)
  const note = `${number}/${state.times}${terms.shipsFree ? ' 包邮' : ''}${gifts.length > 0 ? ' 含赠品' : ''}`
  return { key: `${caseId}/ship/${number}`, kind: 'ship', skuIds: [terms.skuId, ...gifts], units: state.units, note }
}

const earned = ({ terms, state, caseId }: Given, { number }: Delivery): Entry =>
  transfer(`${caseId}/delivery/${number}`, `第 ${number} 期发货`, {
    from: 'sales',
    to: 'prepaid',
    cents: terms.priceCents * state.units,
  })
