import { type CalendarEntry, calendarYear, compareDays, writeICalendar } from '@zhanggui/calendar'
import { type CalendarOccasion, CalendarQuery, type CalendarYear, type Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { ResourceData } from '../../admin/resources/define-resource.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { calendarOccasions } from './calendar-occasions.ts'
import { readHolidayOverrides, readStatedOccasions, type StatedOccasion } from './read-shop-calendar.ts'

const PHASE_NAMES = { preheat: '预热', burst: '爆发', closing: '收尾' } as const

const lastOf = (to: string): BusinessDay => addDays(parseDay(to), -1)

/** `预热 10-14 – 10-20；爆发 …` */
const describePhases = ({ phases }: CalendarOccasion): string =>
  phases.map(({ phase, from, to }) => `${PHASE_NAMES[phase]} ${from} – ${lastOf(to)}`).join('；')

/** What makes an own occasion again when it is read back; the platform's are not read back. */
const factsOf = (occasion: CalendarOccasion, stated: StatedOccasion | undefined): Record<string, string> =>
  stated
    ? {
        'main-day': occasion.mainDay,
        'first-day': addDays(parseDay(occasion.mainDay), dayOffset(stated, stated.burstFrom)),
        'last-day': addDays(parseDay(occasion.mainDay), dayOffset(stated, stated.burstTo)),
        ...statedFacts(stated.data),
      }
    : { 'main-day': occasion.mainDay }

/** Only what the record states: a default that is written out would come back as a statement. */
const statedFacts = (data: ResourceData): Record<string, string> =>
  Object.fromEntries(
    ['kind', 'recurs', 'counted', 'weight', 'replaces']
      .filter((name) => data[name] !== null && data[name] !== undefined)
      .map((name) => [name, String(data[name])]),
  )

const dayOffset = ({ mainDay }: StatedOccasion, day: BusinessDay): number => daysBetween(mainDay, day)

/** One that recurs has an entry a year; those that come once keep the uid with which they came in. */
function uidOf(storeId: string, occasion: CalendarOccasion, stated: StatedOccasion | undefined): string {
  if (!stated) return `${occasion.id}-${occasion.year}@platform.zhanggui`
  const own = stated.uid ?? `${stated.row}@${storeId}.zhanggui`
  return stated.recurs === 'once' ? own : `${own}/${occasion.year}`
}

function occasionEntry(storeId: string, occasion: CalendarOccasion, stated: readonly StatedOccasion[]): CalendarEntry {
  const own = stated.find(({ row }) => row === occasion.row)
  return {
    uid: uidOf(storeId, occasion, own),
    summary: occasion.nameZh,
    description: own ? own.note : describePhases(occasion),
    from: parseDay(occasion.from),
    to: parseDay(occasion.to),
    categories: [own ? '店铺活动' : '平台活动'],
    source: own ? 'shop' : 'platform',
    facts: factsOf(occasion, own),
  }
}

/** Runs of holidays as one entry each; a weekend worked in lieu by itself. */
function holidayEntries(days: CalendarYear['days']): CalendarEntry[] {
  const entries: CalendarEntry[] = []
  for (const { day: text, kind, nameZh, known } of days) {
    if (kind !== 'holiday' && kind !== 'makeUpWorkday') continue
    const day = parseDay(text)
    const summary = `${nameZh ?? ''}${kind === 'holiday' ? '（休）' : '（班）'}`
    const open = entries.at(-1)
    if (open && kind === 'holiday' && open.summary === summary && open.to === day) open.to = addDays(day, 1)
    else
      entries.push({
        uid: `${kind}-${day}@holiday.zhanggui`,
        summary,
        description: known ? '' : '该年放假通知未收录，仅为法定节日',
        from: day,
        to: addDays(day, 1),
        categories: ['节假日'],
        source: 'holiday',
        facts: {},
      })
  }
  return entries
}

function planEntries({ id: plan, events, tasks }: Plan): CalendarEntry[] {
  const ofEvents = events.map(
    ({ id, name, fromDay, toDay, mainDay, note, theme }): CalendarEntry => ({
      uid: `${id}@${plan}.plan.zhanggui`,
      summary: name,
      description: [theme, note].filter((text) => text !== '').join('\n'),
      from: fromDay,
      to: toDay,
      categories: ['规划活动'],
      source: 'plan',
      facts: mainDay ? { 'main-day': mainDay } : {},
    }),
  )
  const ofTasks = tasks.flatMap(({ id, title, detail, dueDay, owner }): CalendarEntry[] =>
    dueDay
      ? [
          {
            uid: `${id}@${plan}.plan.zhanggui`,
            summary: `截止：${title}`,
            description: [detail, owner ? `负责人：${owner}` : ''].filter((text) => text !== '').join('\n'),
            from: dueDay,
            to: addDays(dueDay, 1),
            categories: ['任务'],
            source: 'task',
            facts: {},
          },
        ]
      : [],
  )
  return [...ofEvents, ...ofTasks]
}

/** Occasions, holidays, and with a plan its events and due days, as a calendar file. */
export function calendarText(given: {
  name: string
  storeId: string
  calendar: Pick<CalendarYear, 'days' | 'occasions'>
  stated: readonly StatedOccasion[]
  plan: Plan | null
  stampedAt: Date
}): string {
  const { name, storeId, calendar, stated, plan, stampedAt } = given
  // An anniversary that the shop has not taken over is a thought, not an appointment.
  const occasions = calendar.occasions.filter(({ origin }) => origin !== 'founding')
  const entries = [
    ...occasions.map((occasion) => occasionEntry(storeId, occasion, stated)),
    ...holidayEntries(calendar.days),
    ...(plan ? planEntries(plan) : []),
  ].sort((a, b) => compareDays(a.from, b.from))
  return writeICalendar({ name, entries, stampedAt })
}

/**
 * A shop's year as a calendar file. Entries keep their uid, so that a calendar program that reads the file again updates them.
 * Errors: as `readCalendar`.
 */
export async function exportCalendar(
  context: Context,
  store: Store,
  query: CalendarQuery,
): Promise<{ name: string; text: string }> {
  const { year, plan: planId } = parseInput(CalendarQuery, query)
  const [stated, overrides, stored] = await Promise.all([
    readStatedOccasions(context, store.id),
    readHolidayOverrides(context, store.id),
    planId === undefined ? null : readPlan(context, store.id, planId),
  ])
  const { range, days } = calendarYear(year, { overrides })
  const calendar = { days, occasions: calendarOccasions(null, stated, range) }
  const plan = stored?.plan ?? null
  const stampedAt = context.clock.now()
  const text = calendarText({ name: `${store.name} ${year}`, storeId: store.id, calendar, stated, plan, stampedAt })
  return { name: `${store.id}-${year}.ics`, text }
}
