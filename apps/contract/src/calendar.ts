import { z } from 'zod'
import { PlanPeriod } from './plan-fields.ts'
import { PlanEvent, PlanRequest, PlanTask } from './plan-work.ts'

const Day = z.iso.date()
const Named = { nameZh: z.string(), nameEn: z.string() }
/** First day that counts and first day after. */
const Span = { from: Day, to: Day.describe('first day after it') }

/** Years that the calendar can be asked for; the lunar tables reach farther, plans do not. */
export const CalendarYearNumber = z.coerce.number().int().min(2000).max(2100)

/** GET /v1/stores/{store}/calendar and …/calendar.ics */
export const CalendarQuery = z.object({
  year: CalendarYearNumber,
  plan: z.string().max(80).optional().describe('a plan whose events and tasks are laid on the calendar'),
  gapDays: z.coerce.number().int().min(7).max(120).default(21).describe('from how many free days on a gap is one'),
})
export type CalendarQuery = z.input<typeof CalendarQuery>

export const CalendarPhase = z.object({ phase: z.enum(['preheat', 'burst', 'closing']), ...Span })
export type CalendarPhase = z.infer<typeof CalendarPhase>

/**
 * An occasion in its year. `origin` says who states the dates: the platform's usual ones, the shop (an own occasion, or a
 * platform one with the shop's dates, `row` naming the record), or the founding day. Only `counted` ones are campaign days in queries.
 */
export const CalendarOccasion = z.object({
  id: z.string(),
  year: z.number().int(),
  ...Named,
  kind: z.enum(['platform', 'shop', 'theme', 'categoryDay', 'season']),
  origin: z.enum(['platform', 'shop', 'founding']),
  row: z.string().nullable(),
  counted: z.boolean(),
  mainDay: Day,
  ...Span,
  phases: z.array(CalendarPhase),
  /** What it is usually made of, each on its own days of the occasion; empty for those of the platform. */
  blocks: z.array(z.object({ id: z.string(), ...Named, ...Span })),
})
export type CalendarOccasion = z.infer<typeof CalendarOccasion>

export const DAY_KINDS = ['holiday', 'workday', 'weekend', 'makeUpWorkday'] as const
/** `basis`: the State Council's notice, the shop's own table, the law's own festivals, or only the day of the week. */
export const CalendarDay = z.object({
  day: Day,
  lunar: z.string(),
  kind: z.enum(DAY_KINDS),
  nameZh: z.string().nullable(),
  known: z.boolean().describe('false: neither a notice nor the shop says so'),
  basis: z.enum(['notice', 'override', 'law', 'weekday']),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const LEAD_LEVELS = ['overdue', 'tight'] as const

/** A bar: an event with its phases, or a task. Drift counts days later (+) or earlier (−) than the baseline; null without one. */
export const GanttRow = z.object({
  id: z.string(),
  kind: z.enum(['event', 'task']),
  parentId: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  ...Span,
  baselineFrom: Day.nullable(),
  baselineTo: Day.nullable(),
  startDrift: z.number().int().nullable(),
  endDrift: z.number().int().nullable(),
  phases: z.array(CalendarPhase),
  dependsOn: z.array(z.string()),
  side: z.string().nullable(),
  team: z.string().nullable(),
  owner: z.string().nullable(),
  done: z.boolean(),
  late: z.enum(LEAD_LEVELS).nullable(),
  critical: z.boolean().describe('a slip of it moves the end of its event’s preparation'),
  slackDays: z.number().int().nullable().describe('worked days that it can slip'),
})
export type GanttRow = z.infer<typeof GanttRow>

export const CalendarGap = z.object({
  ...Span,
  days: z.number().int(),
  before: z.string().nullable().describe('id of the occasion or event before it'),
  after: z.string().nullable(),
})
export type CalendarGap = z.infer<typeof CalendarGap>

/** An event that would fill a gap or a dip of the expected course of the year; saving it makes an own occasion. */
export const EventProposal = z.object({
  id: z.string(),
  reason: z.enum(['gap', 'dip']),
  kind: z.enum(['categoryDay', 'theme']),
  ...Named,
  ...Span,
  mainDay: Day,
  themeId: z.string().nullable(),
  category: z.string().nullable(),
  blocks: z.array(z.object({ id: z.string(), ...Named })),
  hole: z.object({ ...Span, days: z.number().int(), depth: z.number().nullable() }),
})
export type EventProposal = z.infer<typeof EventProposal>

export const CalendarTheme = z.object({
  id: z.string(),
  kind: z.enum(['season', 'theme']),
  ...Named,
  from: Day.nullable().describe('null: dated with the platform or a partner'),
  to: Day.nullable(),
  needs: z.array(z.object({ category: z.string(), needZh: z.string(), needEn: z.string() })),
  mechanics: z.array(z.object({ textZh: z.string(), textEn: z.string() })),
  memberExtras: z.array(z.object({ textZh: z.string(), textEn: z.string() })),
  blocks: z.array(z.object({ id: z.string(), ...Named })),
  /** Categories of the shop that sell above their own mean while the theme runs; 1.4 is 40 % above. */
  proposed: z.array(z.object({ category: z.string(), index: z.number(), needZh: z.string().nullable() })),
})
export type CalendarTheme = z.infer<typeof CalendarTheme>

export const CALENDAR_WARNINGS = [
  'holidayDataEnds',
  'misplacedQuarter',
  'overdueLead',
  'tightLead',
  'eventConflict',
  'dependencyCycle',
] as const

/** Something to look at; `subject` is the id of the occasion, event or task it speaks of, `day` where the calendar jumps to. */
export const CalendarWarning = z.object({
  code: z.enum(CALENDAR_WARNINGS),
  subject: z.string().nullable(),
  day: Day,
  message: z.string(),
  messageEn: z.string(),
})
export type CalendarWarning = z.infer<typeof CalendarWarning>

export const CalendarYear = z.object({
  year: z.number().int(),
  today: Day.describe('of the shop'),
  days: z.array(CalendarDay),
  named: z.array(z.object({ day: Day, ...Named, source: z.enum(['lunar', 'solarTerm', 'observance']) })),
  occasions: z.array(CalendarOccasion),
  themes: z.array(CalendarTheme),
  plan: z.object({ id: z.string(), name: z.string(), year: z.number().int(), status: z.string() }).nullable(),
  /** With a plan its events and tasks; without one the occasions with the usual preparation, counted back. */
  gantt: z.array(GanttRow),
  gaps: z.array(CalendarGap),
  gapDays: z.number().int().describe('from how many free days on a gap is one'),
  proposals: z.array(EventProposal),
  warnings: z.array(CalendarWarning),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** POST /v1/stores/{store}/calendar/ics (multipart, field `file`): entries become own occasions; the same entry again updates it. */
export const CalendarImport = z.object({
  entries: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int().describe('entries that came from here: platform occasions, holidays, plans'),
  /** Entries or parts that could not be taken as they stand, with the line of the file. */
  problems: z.array(
    z.object({
      line: z.number().int(),
      summary: z.string(),
      kept: z.boolean(),
      code: z.string(),
      message: z.string(),
      messageEn: z.string(),
    }),
  ),
})
export type CalendarImport = z.infer<typeof CalendarImport>

/** A part of the year as data; figures are the source's defaults. */
export const CalendarTemplate = z.object({
  id: z.string(),
  row: z.string().describe('row of the requirement ledger'),
  ...Named,
  themeZh: z.string(),
  source: z.string(),
  period: PlanPeriod,
  paidPromotion: z.enum(['paused', 'limited', 'open']),
  events: z.array(PlanEvent),
  tasks: z.array(PlanTask),
  requests: z.array(PlanRequest),
  figures: z.array(
    z.object({
      id: z.string(),
      ...Named,
      value: z.number(),
      max: z.number().nullable(),
      unit: z.enum(['ratio', 'count', 'people', 'hoursPerDay', 'perWeek']),
      source: z.string(),
    }),
  ),
  corrections: z.array(z.object({ eventId: z.string(), declared: PlanPeriod, corrected: PlanPeriod, mainDay: Day })),
  undated: z.array(z.object({ name: z.string(), reason: z.enum(['noFoundingDay', 'notInYear']) })),
})
export type CalendarTemplate = z.infer<typeof CalendarTemplate>

/** GET /v1/stores/{store}/calendar/templates?year — every template, placed in the year. */
export const CalendarTemplatesQuery = z.object({ year: CalendarYearNumber })

/** POST /v1/stores/{store}/calendar/templates/{template}/apply — adds to a draft plan what is not in it yet. */
export const ApplyTemplate = z.object({ plan: z.string().max(80), reason: z.string().max(300).default('') })
export type ApplyTemplate = z.input<typeof ApplyTemplate>

export const AppliedTemplate = z.object({
  events: z.number().int().describe('added'),
  tasks: z.number().int(),
  requests: z.number().int(),
  present: z.number().int().describe('in the plan already, left as they are'),
})
export type AppliedTemplate = z.infer<typeof AppliedTemplate>

/**
 * POST /v1/stores/{store}/calendar/occasions/place — puts an occasion into a draft plan of its year: an event on its days, and a task
 * for each building block, ready on the day before the block begins.
 */
export const PlaceOccasion = z.object({
  plan: z.string().max(80),
  occasion: z.string().max(80),
  mainDay: Day,
  blocks: z.array(z.string().max(40)).max(20).optional().describe('without them the usual ones'),
  reason: z.string().max(300).default(''),
})
export type PlaceOccasion = z.input<typeof PlaceOccasion>

export const PlacedOccasion = z.object({
  event: z.string().describe('id of the event in the plan'),
  events: z.number().int().describe('added'),
  tasks: z.number().int(),
  present: z.number().int().describe('in the plan already, left as they are'),
})
export type PlacedOccasion = z.infer<typeof PlacedOccasion>
