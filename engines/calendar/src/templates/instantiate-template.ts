import type { BusinessDay } from '@zhanggui/kernel'
import { type HolidayDataEnds, holidayDataEnds } from '../holiday-data-ends.ts'
import type { OccasionRule } from '../occasions/occasion.ts'
import { TMALL_OCCASIONS } from '../occasions/tmall-occasions.ts'
import { correctQuarters, type QuarterCorrection } from '../quarter-check.ts'
import type { HolidayOverrides } from '../statutory-day.ts'
import { type DraftEvent, placeTemplateEvent } from './place-template-events.ts'
import { type DraftTask, placeTemplateTask } from './place-template-tasks.ts'
import type { PlanTemplate, TemplateFigure } from './plan-template.ts'
import { startAfterDependencies } from './start-after-dependencies.ts'
import { templateSpan } from './template-period.ts'

export type InstantiateOptions = {
  year: number
  founded?: BusinessDay | null
  overrides?: HolidayOverrides
  rules: readonly OccasionRule[]
}

/** An event of a template that has no day in the year, with the reason. */
export type UndatedEvent = { eventId: string; name: string; reason: 'noFoundingDay' | 'notInYear' }

/** A template in a year: events and tasks with their days, the source's figures, and what a person must look at. */
export type TemplateInstance = {
  templateId: string
  row: string
  year: number
  events: DraftEvent[]
  tasks: DraftTask[]
  figures: readonly TemplateFigure[]
  /** Events that the source files under a quarter in which they do not lie; `events` carry the right one. */
  corrections: QuarterCorrection[]
  undated: UndatedEvent[]
  warnings: HolidayDataEnds[]
}

/**
 * The events and tasks of a template in a year: lunar dates of that year, due days on worked days, weekly and monthly work
 * one by one. The same input gives the same ids, so that adding a template twice changes nothing.
 * @example instantiateTemplate(JANUARY, { year: 2027 }).tasks.map((t) => t.dueDay)
 */
export function instantiateTemplate(
  template: PlanTemplate,
  asked: Omit<InstantiateOptions, 'rules'> & { rules?: readonly OccasionRule[] },
): TemplateInstance {
  const options: InstantiateOptions = { rules: TMALL_OCCASIONS, ...asked }
  const placed = template.events.map((event) => placeTemplateEvent(template, event, options))
  const events = placed.filter((p) => p !== null)
  const undated = template.events.flatMap((event, i): UndatedEvent[] => {
    if (placed[i]) return []
    const reason = 'anniversary' in event.dates && !options.founded ? 'noFoundingDay' : 'notInYear'
    return [{ eventId: event.id, name: event.nameZh, reason }]
  })
  const tasks = template.tasks.flatMap((task) => placeTemplateTask(task, { template, options, events }))
  const filed = events.map(({ event }) => event)
  return {
    templateId: template.id,
    row: template.row,
    year: options.year,
    ...correctQuarters(filed, options.rules),
    tasks: startAfterDependencies(keepKnownDependencies(tasks)),
    figures: template.figures,
    undated,
    warnings: holidayDataEnds(templateSpan(template, options.year), options.overrides),
  }
}

/** Work whose event has no date falls out, and nothing may wait for it. */
function keepKnownDependencies(tasks: readonly DraftTask[]): DraftTask[] {
  const known = new Set(tasks.map(({ id }) => id))
  return tasks.map((task) => ({ ...task, dependsOn: task.dependsOn.filter((id) => known.has(id)) }))
}
