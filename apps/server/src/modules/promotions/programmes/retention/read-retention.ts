import type { ProgrammeRetention, Store } from '@zhanggui/contract'
import { lifetimeOf, matchByMonth, type Span, type Subscription, scheduleOf, survivalCurve } from '@zhanggui/gameplay'
import { type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { ofProgramme, readProgrammeRow } from '../records/programme-rows.ts'
import { type CaseRow, type ProgrammeRow, programmeCases } from '../schema.ts'
import { readSingleBuyers } from './read-single-buyers.ts'

type Terms = { skuId: string; everyDaysMax: number }
type State = Omit<Subscription, 'stockOuts'> & { startedDay: BusinessDay; delivered: number }
type Desk = Pick<Subscription, 'stockOuts'>

/** From the first delivery to the last one that has left; a subscription of which none has left ends where it began. */
function spanOf({ state }: CaseRow, desk: Desk): Span {
  const subscribed = state as State
  const left = scheduleOf({ ...subscribed, stockOuts: desk.stockOuts }).slice(0, subscribed.delivered)
  const firstDay = left[0]?.day ?? subscribed.startedDay
  return { firstDay, lastDay: left.at(-1)?.day ?? firstDay }
}

/** Errors: throws `invalid_request` for a programme that is no subscription. */
function requireSubscription(row: ProgrammeRow): Terms {
  if (row.kind !== 'subscription') throw new ApiFailure('invalid_request', { where: 'kind: subscription' })
  return row.terms as Terms
}

/** Buyers of the item outside this programme, from the first month of a subscription on. */
async function singlesOf(
  context: Context,
  store: string,
  given: { skuId: string; spans: readonly Span[]; subscribers: ReadonlySet<string>; today: BusinessDay },
): Promise<Span[]> {
  const { skuId, spans, subscribers, today } = given
  const first = spans.map(({ firstDay }) => firstDay).sort()[0]
  if (first === undefined) return []
  const buyers = await readSingleBuyers(context, store, { skuId, fromDay: `${first.slice(0, 7)}-01`, today })
  return buyers
    .filter(({ buyer }) => !subscribers.has(buyer))
    .map(({ firstDay, lastDay }) => ({ firstDay: parseDay(firstDay), lastDay: parseDay(lastDay) }))
}

/**
 * How many subscribers stay how long, beside buyers who bought the same item singly (P6.26). Both are measured by one rule: a
 * buyer has left when nothing came for the longest interval that can be subscribed to. The singles are drawn so that their mix of
 * starting months is the subscribers' own. It tells what is, not what subscribing brings about: subscribers choose to subscribe.
 * Errors: throws `not_found`, `invalid_request`.
 */
export async function readRetention(context: Context, store: Store, programme: string): Promise<ProgrammeRetention> {
  const key = { store: store.id, programme }
  const { db } = context.records
  const { skuId, everyDaysMax: graceDays } = requireSubscription(await readProgrammeRow(db, key))
  await tickCases(context, store, programme)
  const row = await readProgrammeRow(db, key)
  const cases = await db.select().from(programmeCases).where(ofProgramme(programmeCases, key))
  const today = businessDayOf(context.clock.now(), store.timezone)
  const spans = cases.map((one) => spanOf(one, row.desk as Desk))
  const subscribers = new Set(cases.map(({ buyer }) => buyer))
  const matched = matchByMonth({
    sought: spans,
    offered: await singlesOf(context, store.id, { skuId, spans, subscribers, today }),
  })
  const curveOf = (group: readonly Span[]) => {
    const lifetimes = group.map((span) => lifetimeOf(span, { today, graceDays }))
    const watchedDays = lifetimes.reduce((most, { days }) => Math.max(most, days), 0)
    return { people: group.length, watchedDays, curve: survivalCurve(lifetimes) }
  }
  const months = matched.months.map(({ month, sought, drawn }) => ({ month, subscribers: sought, singles: drawn }))
  return { graceDays, subscribers: curveOf(spans), singles: curveOf(matched.drawn), months }
}
