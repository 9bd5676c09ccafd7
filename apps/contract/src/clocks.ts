import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })
const Id = z.string().min(1).max(80)
const Note = z.string().trim().max(1000)

export const PAUSE_REASON_IDS = ['customer', 'platform', 'merchant', 'supplier', 'carrier'] as const
export const ClockPauseReason = z.enum(PAUSE_REASON_IDS)

/** What a deadline is about: an incident, a complaint, a page, a merchant warning, or anything a caller names. */
export const ClockSubject = z.object({ kind: z.string().min(1).max(40), id: z.string().min(1).max(120) })

/** A person as the server names them; `name` null for somebody who was forgotten. */
export const ClockPerson = z.object({ actor: z.string(), name: z.string().nullable() })

export const CLOCK_STEP_STATES = [
  'waiting',
  'running',
  'resting',
  'paused',
  'done',
  'resolved',
  'cancelled',
  'dropped',
] as const

/** One run of a step. Durations in milliseconds of working time; `remainingMs` is below 0 once it is used up. */
export const ClockStepView = z.object({
  step: z.string(),
  round: z.number().int().describe('0 while it has not begun'),
  nameZh: z.string(),
  nameEn: z.string(),
  state: z.enum(CLOCK_STEP_STATES),
  startedAt: Instant.nullable(),
  dueAt: Instant.nullable().describe('null while paused or waiting: it then moves with the clock'),
  endedAt: Instant.nullable(),
  opensAt: Instant.nullable().describe('when the service hours begin again, while resting'),
  targetMs: z.number(),
  elapsedMs: z.number(),
  remainingMs: z.number(),
  late: z.boolean(),
  pausedFor: z.array(ClockPauseReason),
  warned: z.boolean().describe('a warning was passed and the deadline was not'),
})
export type ClockStepView = z.infer<typeof ClockStepView>

export const CLOCK_STATES = ['running', 'paused', 'finished', 'resolved', 'cancelled'] as const

export const ClockView = z.object({
  id: z.string(),
  ladder: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }),
  subject: ClockSubject,
  title: z.string(),
  owner: ClockPerson.nullable(),
  state: z.enum(CLOCK_STATES),
  startedAt: Instant,
  firstDueAt: Instant.nullable().describe('what was promised when it began, kept through pauses and reopenings'),
  steps: z.array(ClockStepView),
})
export type ClockView = z.infer<typeof ClockView>

/** GET …/live/clocks */
export const ClockBoardQuery = z.object({
  state: z.enum(['open', 'settled', 'all']).default('open'),
  ladder: z.string().max(40).optional(),
  owner: z.string().max(80).optional().describe('user:<id>; none for clocks without an owner'),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export type ClockBoardQuery = z.input<typeof ClockBoardQuery>

/** `now` is the server's clock at the answer: a page counts down from it, not from its own. */
export const ClockBoard = z.object({
  now: Instant,
  clocks: z.array(ClockView).describe('the most urgent first: late, then by what is left, then what is paused'),
  total: z.number().int(),
  ladders: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), hoursProblem: z.string().nullable() }),
  ),
  owners: z.array(ClockPerson),
})
export type ClockBoard = z.infer<typeof ClockBoard>

export const ClockEventView = z.object({
  id: z.string(),
  kind: z.enum(['pause', 'resume', 'done', 'call', 'stop', 'reopen', 'policy']),
  at: Instant,
  step: z.string().nullable(),
  reason: ClockPauseReason.nullable(),
  outcome: z.enum(['resolved', 'cancelled']).nullable(),
  note: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
})

/** A deadline, warning or escalation that was passed; `withdrawnAt` when an event entered later undid it. */
export const ClockMarkView = z.object({
  step: z.string(),
  round: z.number().int(),
  mark: z.string(),
  at: Instant,
  noticedAt: Instant,
  withdrawnAt: Instant.nullable(),
  called: z.array(z.string()).describe('whom an escalation called'),
})

/** GET …/live/clocks/{clock} */
export const ClockDetail = z.object({
  now: Instant,
  clock: ClockView,
  pauseReasons: z.array(ClockPauseReason).describe('which of them its ladder allows'),
  events: z.array(ClockEventView),
  marks: z.array(ClockMarkView),
})
export type ClockDetail = z.infer<typeof ClockDetail>

/** POST …/live/clocks; the same ladder on the same subject again answers the clock that runs. */
export const StartClockRequest = z.object({
  ladder: z.string().min(1).max(40),
  subject: ClockSubject,
  title: z.string().trim().min(1).max(200),
  owner: z.string().max(80).nullable().default(null),
  startedAt: Instant.optional(),
})
export type StartClockRequest = z.input<typeof StartClockRequest>

export const StartedClock = z.object({ id: z.string(), created: z.boolean() })

const entered = {
  id: Id.describe('unique in the clock: the same again changes nothing'),
  at: Instant.optional(),
  note: Note.default(''),
}

/** POST …/live/clocks/{clock}/events; without `at` it happens now. */
export const EnterClockEvent = z.discriminatedUnion('kind', [
  z.object({ ...entered, kind: z.literal('pause'), reason: ClockPauseReason }),
  z.object({ ...entered, kind: z.literal('resume'), reason: ClockPauseReason }),
  z.object({ ...entered, kind: z.literal('done'), step: Id }),
  z.object({ ...entered, kind: z.literal('call'), step: Id }),
  z.object({ ...entered, kind: z.literal('stop'), outcome: z.enum(['resolved', 'cancelled']) }),
  z.object({ ...entered, kind: z.literal('reopen') }),
])
export type EnterClockEvent = z.input<typeof EnterClockEvent>

/** PUT …/live/clocks/{clock}/owner */
export const AssignClock = z.object({ owner: z.string().max(80).nullable() })

/** GET …/live/clocks/report: how many steps that began in the range of business days were in time. */
export const ClockReportQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date().describe('half-open'),
  by: z.enum(['ladder', 'owner']).default('ladder'),
})
export type ClockReportQuery = z.input<typeof ClockReportQuery>

/** The share in time is kept ÷ (kept + late); null when nothing is settled. */
export const ClockReportRow = z.object({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  step: z.string().nullable(),
  kept: z.number().int(),
  late: z.number().int(),
  open: z.number().int(),
  share: z.number().nullable(),
})
export const ClockReport = z.object({ rows: z.array(ClockReportRow) })
export type ClockReport = z.infer<typeof ClockReport>
