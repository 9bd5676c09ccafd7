import { z } from 'zod'
import { CampaignTeam } from './campaigns-words.ts'
import { PlanDocument } from './documents.ts'

export const REPORT_PERIODS = ['week', 'month', 'quarter', 'year', 'campaign'] as const
export const REPORT_FORMATS = ['docx', 'pptx', 'xlsx', 'html', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const ReportId = z.string().regex(/^[a-z][a-z-]{0,39}$/)
const PeriodKey = z.string().min(1).max(80)
const Day = z.iso.date()
const Words = { nameZh: z.string(), nameEn: z.string() }

/** `due`: it should be made now; `late`: it should have been; `made`: there is an edition; `open`: its period is not over; `past`: long ago. */
export const REPORT_STANDINGS = ['due', 'late', 'made', 'open', 'past'] as const

/** GET /v1/stores/{store}/reports — the library: every kind with its latest period and what is due. */
export const ReportLibrary = z.object({
  kinds: z.array(
    z.object({
      id: z.string(),
      ...Words,
      leadZh: z.string(),
      leadEn: z.string(),
      period: z.enum(REPORT_PERIODS),
      /** Newest first. `dueDay` is the day on which it should be read. */
      periods: z.array(
        z.object({
          key: z.string(),
          ...Words,
          dueDay: Day,
          standing: z.enum(REPORT_STANDINGS),
          editions: z.number().int(),
        }),
      ),
    }),
  ),
  /** Formats that this installation can write. */
  formats: z.array(z.enum(REPORT_FORMATS)),
})
export type ReportLibrary = z.infer<typeof ReportLibrary>

/** GET …/reports/{report}/{period} — and `/file.docx`, `.pptx`, `.xlsx`, `.html`, `.pdf` of the same. */
export const ReportQuery = z.object({
  language: z.enum(['zh', 'en']).default('zh'),
  edition: z.coerce.number().int().min(1).optional().describe('one that was kept; without it the figures of now'),
})
export type ReportQuery = z.input<typeof ReportQuery>

export const ReportNote = z.object({
  id: z.number().int(),
  kind: z.enum(['comment', 'decision']),
  chapter: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  /** Of decisions. */
  owner: z.string().nullable(),
  dueDay: Day.nullable(),
  doneAt: z.string().nullable(),
  /** The campaign's task that the decision became. */
  task: z.object({ campaign: z.string(), id: z.string() }).nullable(),
})
export type ReportNote = z.infer<typeof ReportNote>

export const ReportEdition = z.object({
  number: z.number().int(),
  madeAt: z.string(),
  madeBy: z.string(),
  language: z.enum(['zh', 'en']),
})

export type ReportEdition = z.infer<typeof ReportEdition>

export const ReportView = z.object({
  report: z.string(),
  period: z.string(),
  /** The plan of the period's year, to which figures of goals and budget lead. */
  plan: z.string().nullable(),
  from: Day,
  to: Day,
  document: PlanDocument,
  editions: z.array(ReportEdition),
  edition: z.number().int().nullable(),
  notes: z.array(ReportNote),
})
export type ReportView = z.infer<typeof ReportView>

/** POST …/reports/{report}/{period}/notes — a comment, or a decision with its owner; with `campaign` it becomes a task there. */
export const AddReportNote = z.object({
  kind: z.enum(['comment', 'decision']),
  chapter: z.string().max(60).nullable().default(null),
  text: z.string().trim().min(1).max(2000),
  owner: z.string().trim().max(80).optional(),
  dueDay: Day.optional(),
  campaign: z.string().max(80).optional(),
  team: CampaignTeam.default('operations'),
})
export type AddReportNote = z.input<typeof AddReportNote>

/** POST …/reports/notes/{note}/done */
export const ReportNotes = z.object({ notes: z.array(ReportNote) })

/** POST …/reports/{report}/{period}/editions — keeps the report as it stands now. */
export const KeepEdition = z.object({ language: z.enum(['zh', 'en']).default('zh') })
export type KeepEdition = z.input<typeof KeepEdition>

/** A report sent by itself when it is due, at a time of the shop's day, by some of the shop's channels. */
export const ReportSchedule = z.object({
  report: z.string(),
  enabled: z.boolean(),
  minuteOfDay: z.number().int().min(0).max(1439),
  language: z.enum(['zh', 'en']),
  channels: z.array(z.string().max(80)).max(20),
  lastPeriod: z.string().nullable(),
  lastSentAt: z.string().nullable(),
})
export type ReportSchedule = z.infer<typeof ReportSchedule>

/** GET …/report-schedules */
export const ReportSchedules = z.object({ schedules: z.array(ReportSchedule) })
export type ReportSchedules = z.infer<typeof ReportSchedules>

/** PUT …/report-schedules/{report} */
export const PutReportSchedule = ReportSchedule.pick({
  enabled: true,
  minuteOfDay: true,
  language: true,
  channels: true,
})
export type PutReportSchedule = z.input<typeof PutReportSchedule>

/** Two campaigns side by side, day by day from their first selling day. */
export const CampaignComparison = z.object({
  currency: z.string(),
  campaigns: z.array(z.object({ id: z.string(), name: z.string(), from: Day, to: Day, days: z.number().int() })),
  metrics: z.array(z.object({ id: z.string(), ...Words, unit: z.string(), values: z.array(z.number().nullable()) })),
  /** What made the difference of paid sales, from the first to the second; adds up to it. */
  drivers: z.array(z.object({ id: z.string(), ...Words, effectCents: z.number() })),
  /** Paid amount of the n-th day of each. */
  course: z.array(z.array(z.number().nullable())),
  mechanics: z.object({ both: z.array(z.string()), only: z.array(z.array(z.string())) }),
})
export type CampaignComparison = z.infer<typeof CampaignComparison>

/** GET …/campaign-comparison */
export const CompareCampaigns = z.object({
  first: z.string().max(80),
  second: z.string().max(80),
  language: z.enum(['zh', 'en']).default('zh'),
})
export type CompareCampaigns = z.input<typeof CompareCampaigns>

export { PeriodKey as ReportPeriodKey, ReportId }
