import type { Store } from '@zhanggui/contract'
import type { Candidate } from '@zhanggui/inventory'
import type { Context } from '../../../context.ts'
import { boardClock } from './board-clock.ts'
import { boardSource } from './board-source.ts'
import { basisOf } from './day-basis.ts'
import { readStockQuestion, readTodaysSales } from './stock-question.ts'
import { candidatesOf } from './stock-watch.ts'

/** Every item of the shop's shelves as it is now, by id: what is left, and how long that lasts. Empty without a stock report. */
export async function readStockNow(context: Context, store: Store, now: Date): Promise<Map<string, Candidate>> {
  const source = boardSource(context, store)
  const clock = boardClock(store.timezone, { now })
  const subject = await source.subject()
  const [events, ordered] = await Promise.all([source.events(clock), source.paidMinutes(subject, clock.day)])
  const basis = basisOf(ordered, events) ?? 'orders'
  const about = { clock, basis, curve: await source.usual(subject, { day: clock.day, basis }) }
  const question = await readStockQuestion(source, subject, about, await readTodaysSales(source, subject, about))
  return new Map(question ? candidatesOf(question).map((candidate) => [candidate.item, candidate]) : [])
}
