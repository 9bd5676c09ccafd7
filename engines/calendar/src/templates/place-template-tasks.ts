import { addDays, type BusinessDay, type Period, parseDay, parsePeriod } from '@zhanggui/kernel'
import type { DayRange } from '../aligned-range.ts'
import type { Side, Team } from '../planning/team.ts'
import { weekdayOf } from '../weekday.ts'
import { workdayOnOrBefore, workdaysBefore } from '../workdays.ts'
import type { InstantiateOptions } from './instantiate-template.ts'
import { type PlacedEvent, phaseDay } from './place-template-events.ts'
import type { AskedFor, DueRule, PlanTemplate, TemplateColumn, TemplateTask } from './plan-template.ts'
import { templatePeriod, templateSpan } from './template-period.ts'

/** A task of a plan, in the fields a plan's tasks have. `dueDay` is the last day of the work. */
export type DraftTask = {
  id: string
  title: string
  detail: string
  period: Period
  side: Side
  team: Team
  owner: null
  startDay: BusinessDay
  dueDay: BusinessDay
  baselineStartDay: null
  baselineDueDay: null
  dependsOn: readonly string[]
  eventId: string | null
  templateId: string
  evidence: string
  done: false
  source: null
  /** Column of the yearly table, and what the merchant is asked for; a plan keeps them elsewhere. */
  column: TemplateColumn
  asks: AskedFor | null
}

/** A due day, and the suffix that tells the days of a regular task apart. */
type Due = { day: BusinessDay; suffix: string; period: Period; exact: boolean }

function monthlyDues(span: DayRange, dayOfMonth: number): Due[] {
  const dues: Due[] = []
  for (let day = span.from; day < span.to; day = addDays(day, 1))
    if (Number(day.slice(8)) === dayOfMonth)
      dues.push({ day, suffix: `/${day.slice(0, 7)}`, period: parsePeriod(day.slice(0, 7)), exact: false })
  return dues
}

/** A weekly session stands on its own day, worked or not. */
function weeklyDues(span: DayRange, weekday: number): Due[] {
  const dues: Due[] = []
  for (let day = span.from; day < span.to; day = addDays(day, 1))
    if (weekdayOf(day) === weekday)
      dues.push({ day, suffix: `/${day}`, period: parsePeriod(day.slice(0, 7)), exact: true })
  return dues
}

type Place = { template: PlanTemplate; options: InstantiateOptions; events: readonly PlacedEvent[] }

function duesOf(rule: DueRule, { template, options, events }: Place): Due[] {
  const span = templateSpan(template, options.year)
  if ('every' in rule)
    return rule.every === 'month' ? monthlyDues(span, rule.dayOfMonth) : weeklyDues(span, rule.weekday)
  const once = (day: BusinessDay): Due[] => [
    { day, suffix: '', period: templatePeriod(template, options.year), exact: false },
  ]
  if (rule.from !== 'event')
    return once(rule.from === 'start' ? addDays(span.from, rule.days) : addDays(span.to, rule.days - 1))
  const event = events.find(({ templateId }) => templateId === rule.event)
  return event ? once(addDays(phaseDay(event, rule.phase), rule.days)) : []
}

const eventIdOf = (task: TemplateTask, events: readonly PlacedEvent[]): string | null => {
  const wanted = task.event ?? ('from' in task.due && task.due.from === 'event' ? task.due.event : undefined)
  return events.find(({ templateId }) => templateId === wanted)?.event.id ?? null
}

/**
 * A task on its days; several for one that comes every week or month, none for one whose event has no date. A due day on a
 * holiday or weekend moves to the last worked day before it; the work takes its worked days up to there.
 */
export function placeTemplateTask(task: TemplateTask, place: Place): DraftTask[] {
  const { template, options, events } = place
  const prefix = `${template.id}-${options.year}`
  return duesOf(task.due, place).map(({ day, suffix, period, exact }) => {
    const dueDay = exact ? day : workdayOnOrBefore(day, options.overrides)
    const startDay = exact || task.workdays <= 1 ? dueDay : workdaysBefore(dueDay, task.workdays - 1, options.overrides)
    return {
      id: `${prefix}/${task.id}${suffix}`,
      title: task.titleZh,
      detail: task.detailZh,
      period,
      side: task.side,
      team: task.team,
      owner: null,
      startDay: parseDay(startDay),
      dueDay,
      baselineStartDay: null,
      baselineDueDay: null,
      dependsOn: (task.dependsOn ?? []).map((id) => `${prefix}/${id}`),
      eventId: eventIdOf(task, events),
      templateId: template.id,
      evidence: task.evidenceZh,
      done: false,
      source: null,
      column: task.column,
      asks: task.asks ?? null,
    }
  })
}
