import type { OccasionAnchor, OccasionKind, Phase } from '../occasions/occasion.ts'
import type { Side, Team } from '../planning/team.ts'
import type { BlockId } from '../themes/building-blocks.ts'
import type { Weekday } from '../weekday.ts'

/** When a piece of work is due: days from an end of the template's span or from a phase of one of its events, or regularly. */
export type DueRule =
  | { from: 'start' | 'end'; days: number }
  | { from: 'event'; event: string; phase: Phase | 'mainDay' | 'end'; days: number }
  | { every: 'month'; dayOfMonth: number }
  | { every: 'week'; weekday: Weekday }

/** What the merchant is asked for, where a task is such a request. */
export type AskedFor =
  | 'funds'
  | 'products'
  | 'priceConcession'
  | 'highValueGoods'
  | 'oldCustomerFunds'
  | 'offSiteTraffic'
  | 'training'
  | 'stock'
  | 'materials'

/** The column of the yearly table that a task comes from. */
export type TemplateColumn = 'strategy' | 'pageDesign' | 'dailyPromotion' | 'merchantCooperation'

export type TemplateTask = {
  id: string
  column: TemplateColumn
  titleZh: string
  titleEn: string
  detailZh: string
  side: Side
  team: Team
  due: DueRule
  /** Worked days that it takes, the due day among them. */
  workdays: number
  evidenceZh: string
  dependsOn?: readonly string[]
  event?: string
  asks?: AskedFor
}

/** Where an event's days come from: a platform occasion, a theme of the library, the founding day, or the template itself. */
export type TemplateEventDates =
  | { occasion: string }
  | { theme: string }
  | { anniversary: true }
  | { from: OccasionAnchor; to: OccasionAnchor; mainDay: OccasionAnchor }

export type TemplateEvent = {
  id: string
  kind: OccasionKind
  nameZh: string
  nameEn: string
  dates: TemplateEventDates
  /** The quarter under which the source files it, right or wrong. */
  filedUnderQuarter?: 1 | 2 | 3 | 4
  themeZh: string
  mechanics: readonly string[]
  channels: readonly string[]
  blocks: readonly BlockId[]
}

/** A figure of the source: a default to be confirmed, never a rule. `max` is there for a band. Ratios as fractions. */
export type TemplateFigure = {
  id: string
  nameZh: string
  nameEn: string
  value: number
  max?: number
  unit: 'ratio' | 'count' | 'people' | 'hoursPerDay' | 'perWeek'
  source: string
}

/**
 * A part of the year as data: what happens, who does what by when, and the figures it started from.
 * `months` are the first and last month, both counted. `row` is the requirement it answers.
 */
export type PlanTemplate = {
  id: string
  row: string
  nameZh: string
  nameEn: string
  themeZh: string
  months: readonly [first: number, last: number]
  source: string
  paidPromotion: 'paused' | 'limited' | 'open'
  events: readonly TemplateEvent[]
  tasks: readonly TemplateTask[]
  figures: readonly TemplateFigure[]
}
