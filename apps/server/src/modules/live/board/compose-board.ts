import type { LiveBoard, LiveFigures, LivePace, Store } from '@zhanggui/contract'
import { type DayEnd, forecastDayEnd, type IntradayCurve, paceOf } from '@zhanggui/live'
import type { BoardClock } from './board-clock.ts'
import type { BoardSource } from './board-source.ts'
import { comparedAt } from './compared-day.ts'
import { basisOf, lastMinute } from './day-basis.ts'
import type { DayEvents } from './day-events.ts'
import { dayFigures } from './day-figures.ts'
import { dayOccasion } from './day-occasion.ts'
import type { DayTarget } from './day-target.ts'
import { goodsParts } from './goods-parts.ts'
import { lastCampaign } from './last-day.ts'

const whole = (value: number): number => Math.round(value)

const endOf = (end: DayEnd | null): LiveBoard['dayEnd'] =>
  end && {
    lowCents: whole(end.low),
    midCents: whole(end.mid),
    highCents: whole(end.high),
    level: end.level,
    learnedDays: end.learnedDays,
  }

function racePace(
  target: DayTarget | null,
  now: { curve: IntradayCurve | null; minute: number; figures: LiveFigures; dayEnd: DayEnd | null },
): LivePace | null {
  if (!target || target.cents <= 0) return null
  const { curve, minute, figures, dayEnd } = now
  const pace = paceOf({ curve, minute, soFar: figures.paidCents ?? 0, target: target.cents, dayEnd })
  return {
    targetCents: target.cents,
    targetFrom: target.from,
    reached: pace.reached,
    usual: pace.usual,
    aheadCents: pace.ahead === null ? null : whole(pace.ahead),
    neededPerMinuteCents: pace.neededPerMinute === null ? null : whole(pace.neededPerMinute),
    catchUp: pace.catchUp,
    verdict: pace.verdict,
  }
}

const freshAt = (events: DayEvents, paid: readonly number[], clock: BoardClock): string | null => {
  const orders = lastMinute(paid)
  const latest = Math.max(events.latest?.getTime() ?? 0, orders < 0 ? 0 : clock.start.getTime() + orders * 60_000)
  return latest === 0 ? null : new Date(latest).toISOString()
}

/**
 * The whole board of a shop's day at an instant. Everything on it that is about money is on one basis, and everything that the
 * catalogue defines is asked of the catalogue.
 */
export async function composeBoard(source: BoardSource, store: Store, clock: BoardClock): Promise<LiveBoard> {
  const subject = await source.subject()
  const [events, ordered, sales, people, online, target, lastDay] = await Promise.all([
    source.events(clock),
    source.paidMinutes(subject, clock.day),
    source.sales(subject, clock),
    source.people(clock),
    source.online(clock),
    source.target(subject, clock.day),
    source.lastDay(),
  ])
  const basis = basisOf(ordered, events)
  const counted = basis ?? 'orders'
  const about = { day: clock.day, basis: counted }
  const [spend, bounceRate, { funnel, sources }, curve, compared] = await Promise.all([
    source.spend(subject, clock),
    source.bounceRate(subject, clock),
    source.hour(subject, clock),
    source.usual(subject, about),
    source.compared(subject, about),
  ])
  const figures = dayFigures({ basis, sales, spend, bounceRate, events, people, online })
  const paidCents = basis === 'events' || !ordered ? events.paidCents : ordered.slice(0, events.pv.length)
  const soFar = figures.paidCents ?? 0
  const dayEnd = curve && forecastDayEnd(curve, { minute: clock.minute, soFar })
  const goods = await goodsParts(source, subject, { clock, basis: counted, curve, compared, dayEnd })
  return {
    store: store.id,
    day: clock.day,
    at: clock.at.toISOString(),
    minute: clock.minute,
    replay: clock.replay,
    currency: store.currency,
    timezone: store.timezone,
    basis,
    freshAt: freshAt(events, paidCents, clock),
    occasion: dayOccasion(subject, clock),
    figures,
    minutes: { paidCents: [...paidCents], pv: events.pv },
    usual: curve ? curve.share.map((s) => Math.round(s * 1e5) / 1e5) : null,
    compare: compared && comparedAt(compared, clock.minute),
    pace: racePace(target, { curve, minute: clock.minute, figures, dayEnd }),
    dayEnd: endOf(dayEnd),
    funnel,
    sources,
    ...goods,
    lastDay,
    lastCampaign: lastCampaign(lastDay, subject),
  }
}
