import { z } from 'zod'
import { ConditionTest, MetricCondition } from './alert-conditions.ts'
import { Unit } from './metrics.ts'
import { Role } from './roles.ts'

export const AlertSeverity = z.enum(['info', 'warning', 'critical'])
export type AlertSeverity = z.infer<typeof AlertSeverity>

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
const Name = z.string().trim().min(1).max(120)
const Words = z.string().trim().max(500)
const Tags = z.record(z.string(), z.string())

/** What is done about it: a playbook or a contingency plan by its id, or a task in words. */
export const AlertAction = z.strictObject({
  kind: z.enum(['playbook', 'plan', 'task']),
  ref: z.string().trim().max(120),
  zh: Words,
  en: Words,
})
export type AlertAction = z.infer<typeof AlertAction>

export const AlertRuleBody = z.strictObject({
  nameZh: Name,
  nameEn: Name,
  severity: AlertSeverity,
  owner: Role,
  action: AlertAction,
  condition: MetricCondition,
  per: z.string().max(40).exactOptional(),
  everyMinutes: z.number().int().min(1).max(10_080),
})
export type AlertRuleBody = z.infer<typeof AlertRuleBody>

/** POST /v1/stores/{store}/alert-rules — refused without an owner and an action (`alert_rule_unsound`). */
export const CreateAlertRule = AlertRuleBody.extend({ id: Id, enabled: z.boolean().default(true) })
export type CreateAlertRule = z.input<typeof CreateAlertRule>

/** PUT …/alert-rules/{rule} — a new version; `version` is the one that was read. */
export const ChangeAlertRule = AlertRuleBody.extend({
  version: z.number().int().min(1),
  enabled: z.boolean(),
  reason: z.string().trim().max(300).default(''),
})
export type ChangeAlertRule = z.input<typeof ChangeAlertRule>

/** PUT …/alert-rules/{rule}/enabled */
export const SwitchAlertRule = z.strictObject({ enabled: z.boolean() })

export const AlertRuleInfo = z.object({
  id: z.string(),
  version: z.number(),
  enabled: z.boolean(),
  body: AlertRuleBody,
  metricZh: z.string(),
  metricEn: z.string(),
  unit: Unit,
  sentenceZh: z.string(),
  sentenceEn: z.string(),
  /** Slices that fire now, and that have no data now. */
  firing: z.number(),
  noData: z.number(),
  evaluatedAt: z.string().nullable(),
  /** Why it could not be judged the last time, in the language of the reader. */
  problemZh: z.string().nullable(),
  problemEn: z.string().nullable(),
  fromLibrary: z.boolean(),
  updatedAt: z.string(),
})
export type AlertRuleInfo = z.infer<typeof AlertRuleInfo>

/** GET …/alert-library — rules that are shipped and not yet in the shop. */
export const AlertLibrary = z.array(
  z.object({ id: z.string(), body: AlertRuleBody, sentenceZh: z.string(), sentenceEn: z.string(), added: z.boolean() }),
)
export type AlertLibrary = z.infer<typeof AlertLibrary>

/** POST …/alert-library — adds shipped rules as they are; all when no ids are named. */
export const AddFromLibrary = z.strictObject({ ids: z.array(z.string()).max(200).optional() })
export const AddedFromLibrary = z.object({ added: z.array(z.string()) })
export type AddedFromLibrary = z.infer<typeof AddedFromLibrary>

/** POST …/alert-replay — how often a condition would have fired in the last days. */
export const ReplayAlert = z.strictObject({
  condition: MetricCondition,
  per: z.string().max(40).exactOptional(),
  days: z.number().int().min(1).max(366).default(30),
})
export type ReplayAlert = z.input<typeof ReplayAlert>

export const AlertReplay = z.object({
  from: z.string(),
  to: z.string(),
  /** Instants that were judged, over all slices, and how many of them had no data. */
  judged: z.number(),
  withoutData: z.number(),
  slices: z.number(),
  firings: z.array(
    z.object({
      tags: Tags,
      from: z.string(),
      until: z.string().nullable(),
      value: z.number().nullable(),
      baseline: z.number().nullable(),
    }),
  ),
  sentenceZh: z.string(),
  sentenceEn: z.string(),
})
export type AlertReplay = z.infer<typeof AlertReplay>

export const IncidentState = z.enum(['open', 'acknowledged', 'resolved'])
export type IncidentState = z.infer<typeof IncidentState>

/** GET …/alerts/incidents — `loop=open`: resolved, but nobody wrote down what came of it. */
export const IncidentQuery = z.object({
  state: IncidentState.optional(),
  loop: z.enum(['open', 'closed']).optional(),
  severity: AlertSeverity.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type IncidentQuery = z.input<typeof IncidentQuery>

export const IncidentInfo = z.object({
  id: z.number(),
  titleZh: z.string(),
  titleEn: z.string(),
  causeKey: z.string(),
  severity: AlertSeverity,
  state: IncidentState,
  owner: Role,
  assignee: z.string().nullable(),
  assigneeName: z.string().nullable(),
  rules: z.array(z.string()),
  action: AlertAction,
  openedAt: z.string(),
  lastAt: z.string(),
  /** Firings that belong to it. */
  count: z.number(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  /** How it ended: by itself, or by somebody's word. */
  resolution: z.enum(['cleared', 'person']).nullable(),
  /** What came of it; an incident without it is an open loop. */
  result: z.string().nullable(),
  resultBy: z.string().nullable(),
})
export type IncidentInfo = z.infer<typeof IncidentInfo>

export const IncidentEvent = z.object({
  sequence: z.number(),
  kind: z.enum([
    'opened',
    'joined',
    'worsened',
    'acknowledged',
    'assigned',
    'comment',
    'told',
    'cleared',
    'resolved',
    'result',
  ]),
  actor: z.string(),
  actorName: z.string().nullable(),
  textZh: z.string(),
  textEn: z.string(),
  at: z.string(),
})
export type IncidentEvent = z.infer<typeof IncidentEvent>

export const IncidentFiring = z.object({
  rule: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  metric: z.string(),
  unit: Unit,
  tags: Tags,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  value: z.number().nullable(),
  baseline: z.number().nullable(),
  reasonZh: z.string(),
  reasonEn: z.string(),
  /** When a projection reaches its limit. */
  crossingAt: z.string().nullable(),
})
export type IncidentFiring = z.infer<typeof IncidentFiring>

/** GET …/alerts/incidents/{incident} */
export const IncidentDetail = IncidentInfo.extend({
  firings: z.array(IncidentFiring),
  events: z.array(IncidentEvent),
})
export type IncidentDetail = z.infer<typeof IncidentDetail>

/** GET …/alerts/incidents/{incident}/evidence — the figure around the beginning of its first firing. */
export const IncidentEvidence = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  daily: z.boolean(),
  /** Periods as in query results: `2026-11-10`, or `2026-11-10T20:05` as the shop's clock shows it. */
  points: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
  baseline: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The period in which it began. */
  startedPeriod: z.string(),
  test: ConditionTest,
})
export type IncidentEvidence = z.infer<typeof IncidentEvidence>

/** POST …/alerts/incidents/{incident}/{acknowledge|assign|comments|resolve|result} */
export const AssignIncident = z.strictObject({ userId: z.string().max(80) })
export const CommentOnIncident = z.strictObject({ text: z.string().trim().min(1).max(2000) })
export const CloseIncident = z.strictObject({ result: z.string().trim().min(1).max(2000) })

const MinuteOfDay = z.number().int().min(0).max(1439)
const QuietTimeBody = z.strictObject({
  name: Name,
  /** Monday 1 … Sunday 7. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: MinuteOfDay,
  to: MinuteOfDay,
  effect: z.enum(['hold', 'drop']),
  exceptFrom: AlertSeverity.nullable(),
  rules: z.array(z.string().max(60)).max(200),
})

/** POST …/alert-quiet-times — a stretch that comes back every week. */
export const CreateQuietTime = QuietTimeBody
export type CreateQuietTime = z.input<typeof CreateQuietTime>
export const QuietTimeInfo = QuietTimeBody.extend({ id: z.number() })
export type QuietTimeInfo = z.infer<typeof QuietTimeInfo>

/** POST …/alert-silences — one rule or one cause, for at most a week, with a reason. */
export const CreateSilence = z
  .strictObject({
    rule: z.string().max(60).nullable(),
    causeKey: z.string().max(300).nullable(),
    minutes: z.number().int().min(1).max(10_080),
    reason: z.string().trim().min(1).max(300),
  })
  .refine(({ rule, causeKey }) => rule !== null || causeKey !== null, { path: ['rule'], message: 'a rule or a cause' })
export type CreateSilence = z.input<typeof CreateSilence>
export const SilenceInfo = z.object({
  id: z.number(),
  rule: z.string().nullable(),
  causeKey: z.string().nullable(),
  until: z.string(),
  reason: z.string(),
  createdBy: z.string(),
  createdByName: z.string().nullable(),
})
export type SilenceInfo = z.infer<typeof SilenceInfo>

/** GET …/alerts/inbox — what was told to the caller's role, newest first. */
export const InboxNotice = z.object({
  sequence: z.number(),
  to: Role,
  severity: AlertSeverity,
  titleZh: z.string(),
  titleEn: z.string(),
  incidents: z.array(z.number()),
  at: z.string(),
})
export const AlertInbox = z.object({ notices: z.array(InboxNotice), unread: z.number() })
export type AlertInbox = z.infer<typeof AlertInbox>
export const ReadInbox = z.strictObject({ upTo: z.number().int().min(0) })

/** GET …/alerts/metrics — what a rule can watch besides the catalogue. */
export const WatchedMetric = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  /** The shortest window it can be watched over. */
  grain: z.enum(['minute', 'day', 'state']),
})
export type WatchedMetric = z.infer<typeof WatchedMetric>
