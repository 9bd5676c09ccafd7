import { addDays, type BusinessDay, type Period, parsePeriod } from '@zhanggui/kernel'
import { anchorDay } from '../occasions/anchor-day.ts'
import { anniversaryRule } from '../occasions/anniversary.ts'
import type { Occasion, OccasionKind } from '../occasions/occasion.ts'
import { occasionInYear } from '../occasions/occasions-between.ts'
import { THEMES, themeSpan } from '../themes/theme-library.ts'
import type { InstantiateOptions } from './instantiate-template.ts'
import type { PlanTemplate, TemplateEvent } from './plan-template.ts'

/** An event of a plan, in the fields a plan's events have. Half-open days; nothing is approved yet, so no baseline. */
export type DraftEvent = {
  id: string
  occasionId: string | null
  kind: OccasionKind
  name: string
  declaredQuarter: Period | null
  mainDay: BusinessDay | null
  fromDay: BusinessDay
  toDay: BusinessDay
  baselineFromDay: null
  baselineToDay: null
  theme: string
  mechanics: readonly string[]
  channels: readonly string[]
  owner: null
  note: string
  source: null
}

/** An event with its phases, from which due days are counted. */
export type PlacedEvent = { templateId: string; event: DraftEvent; phases: Occasion['phases'] }

type Placed = {
  occasionId: string | null
  mainDay: BusinessDay
  from: BusinessDay
  to: BusinessDay
  phases: Occasion['phases']
}

const ofOccasion = (occasion: Occasion | null): Placed | null => occasion && { ...occasion, occasionId: occasion.id }

const plainSpan = (from: BusinessDay, to: BusinessDay, mainDay: BusinessDay): Placed => ({
  occasionId: null,
  mainDay,
  from,
  to,
  phases: [{ phase: 'burst', from, to }],
})

function datesOf({ dates }: TemplateEvent, options: InstantiateOptions): Placed | null {
  const { year, founded, rules } = options
  if ('occasion' in dates) {
    const rule = rules.find(({ id }) => id === dates.occasion)
    return rule ? ofOccasion(occasionInYear(rule, year)) : null
  }
  if ('anniversary' in dates) return founded ? ofOccasion(occasionInYear(anniversaryRule(founded), year)) : null
  if ('theme' in dates) {
    const theme = THEMES.find(({ id }) => id === dates.theme)
    const span = theme ? themeSpan(theme, year) : null
    return span && plainSpan(span.from, span.to, span.from)
  }
  const [from, to, mainDay] = [anchorDay(dates.from, year), anchorDay(dates.to, year), anchorDay(dates.mainDay, year)]
  return from && to && mainDay ? plainSpan(from, to, mainDay) : null
}

/** An event in its year; null when it cannot be dated (no founding day, an occasion that does not come). */
export function placeTemplateEvent(
  template: PlanTemplate,
  event: TemplateEvent,
  options: InstantiateOptions,
): PlacedEvent | null {
  const placed = datesOf(event, options)
  if (!placed) return null
  const { filedUnderQuarter: quarter } = event
  return {
    templateId: event.id,
    phases: placed.phases,
    event: {
      id: `${template.id}-${options.year}/${event.id}`,
      occasionId: placed.occasionId,
      kind: event.kind,
      name: event.nameZh,
      declaredQuarter: quarter ? parsePeriod(`${options.year}-Q${quarter}`) : null,
      mainDay: placed.mainDay,
      fromDay: placed.from,
      toDay: placed.to,
      baselineFromDay: null,
      baselineToDay: null,
      theme: event.themeZh,
      mechanics: event.mechanics,
      channels: event.channels,
      owner: null,
      note: '',
      source: null,
    },
  }
}

/** The day from which a rule counts: the start of a phase, D0, or the last day. */
export function phaseDay(
  { event, phases }: PlacedEvent,
  phase: 'preheat' | 'burst' | 'closing' | 'mainDay' | 'end',
): BusinessDay {
  if (phase === 'end') return addDays(event.toDay, -1)
  const mainDay = event.mainDay ?? event.fromDay
  if (phase === 'mainDay') return mainDay
  const found = phase === 'closing' ? phases.findLast((p) => p.phase === phase) : phases.find((p) => p.phase === phase)
  return found?.from ?? mainDay
}
