import type { AlertAction, AlertRuleBody, CreateQuietTime } from '@zhanggui/contract'
import type { Cause, ConditionMemory, Evidence, MetricCondition, Severity } from '@zhanggui/playbooks'
import {
  bigint,
  bigserial,
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { instant, store } from '../../../storage/records/columns.ts'
import { newestVersion, versionTable } from '../../admin/versioned/version-columns.ts'

const incident = () => bigint('incident', { mode: 'number' })

/** Words in both languages, as they are shown. */
export type Words = { zh: string; en: string }
export type Tags = Record<string, string>

export const alertRules = pgTable(
  'alert_rules',
  {
    ...newestVersion<AlertRuleBody>(),
    enabled: boolean('enabled').notNull(),
    fromLibrary: boolean('from_library').notNull(),
    evaluatedAt: instant('evaluated_at'),
    /** Why it could not be judged the last time. */
    problem: jsonb('problem').$type<Words>(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const alertRuleVersions = versionTable<AlertRuleBody>('alert_rule_versions', 'rule')

/** Where a rule stands for one slice, with the memory that the next evaluation needs. */
export const alertStates = pgTable(
  'alert_states',
  {
    store: store(),
    rule: text('rule').notNull(),
    slice: text('slice').notNull(),
    tags: jsonb('tags').$type<Tags>().notNull(),
    memory: jsonb('memory').$type<ConditionMemory>().notNull(),
    state: text('state').$type<'ok' | 'firing' | 'noData'>().notNull(),
    incident: incident(),
    evaluatedAt: instant('evaluated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.rule, table.slice] })],
)

export const alertIncidents = pgTable('alert_incidents', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  causeKey: text('cause_key').notNull(),
  cause: jsonb('cause').$type<Cause>().notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  owner: text('owner').notNull(),
  /** Roles that are told: the owner, and those of other rules that fire in it. */
  owners: jsonb('owners').$type<string[]>().notNull(),
  rules: jsonb('rules').$type<string[]>().notNull(),
  action: jsonb('action').$type<AlertAction>().notNull(),
  assignee: text('assignee'),
  openedAt: instant('opened_at').notNull(),
  lastAt: instant('last_at').notNull(),
  count: integer('count').notNull(),
  acknowledgedBy: text('acknowledged_by'),
  acknowledgedAt: instant('acknowledged_at'),
  resolvedBy: text('resolved_by'),
  resolvedAt: instant('resolved_at'),
  resolution: text('resolution').$type<'cleared' | 'person'>(),
  result: text('result'),
  resultBy: text('result_by'),
  resultAt: instant('result_at'),
})

/** One time that a rule fired for a slice, with what it saw and the condition as it was then. */
export const alertFirings = pgTable(
  'alert_firings',
  {
    store: store(),
    rule: text('rule').notNull(),
    slice: text('slice').notNull(),
    startedAt: instant('started_at').notNull(),
    incident: incident().notNull(),
    tags: jsonb('tags').$type<Tags>().notNull(),
    condition: jsonb('condition').$type<MetricCondition>().notNull(),
    value: doublePrecision('value'),
    baseline: doublePrecision('baseline'),
    evidence: jsonb('evidence').$type<Evidence>().notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.rule, table.slice, table.startedAt] })],
)

export type AlertEventKind =
  | 'opened'
  | 'joined'
  | 'worsened'
  | 'acknowledged'
  | 'assigned'
  | 'comment'
  | 'told'
  | 'cleared'
  | 'resolved'
  | 'result'

/** What happened to an incident, in order. */
export const alertEvents = pgTable('alert_events', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  incident: incident().notNull(),
  kind: text('kind').$type<AlertEventKind>().notNull(),
  actor: text('actor').notNull(),
  facts: jsonb('facts').$type<Record<string, string | number>>().notNull(),
  at: instant('at').notNull(),
})

export const alertQuietTimes = pgTable('alert_quiet_times', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  body: jsonb('body').$type<CreateQuietTime>().notNull(),
})

export const alertSilences = pgTable('alert_silences', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  rule: text('rule'),
  causeKey: text('cause_key'),
  until: instant('until').notNull(),
  reason: text('reason').notNull(),
  createdBy: text('created_by').notNull(),
})

/** What was told of an incident; a key is told once. */
export const alertTold = pgTable(
  'alert_told',
  { incident: incident().notNull(), key: text('key').notNull() },
  (table) => [primaryKey({ columns: [table.incident, table.key] })],
)

export const alertInbox = pgTable('alert_inbox', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  store: store(),
  role: text('role').notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  incidents: jsonb('incidents').$type<number[]>().notNull(),
  at: instant('at').notNull(),
})

export const alertInboxRead = pgTable(
  'alert_inbox_read',
  { store: store(), person: text('person').notNull(), upTo: bigint('up_to', { mode: 'number' }).notNull() },
  (table) => [primaryKey({ columns: [table.store, table.person] })],
)

export type RuleRow = typeof alertRules.$inferSelect
export type StateRow = typeof alertStates.$inferSelect
export type IncidentRow = typeof alertIncidents.$inferSelect
export type FiringRow = typeof alertFirings.$inferSelect
