import type { ContingencyPlanBody, DrillReport, DrillState } from '@zhanggui/contract'
import type { ConditionMemory } from '@zhanggui/playbooks'
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
import { instant, store } from '../../storage/records/columns.ts'
import { newestVersion, versionTable } from '../admin/versioned/version-columns.ts'

export const contingencyPlans = pgTable(
  'contingency_plans',
  {
    ...newestVersion<ContingencyPlanBody>(),
    memory: jsonb('memory').$type<ConditionMemory>(),
    evaluatedAt: instant('evaluated_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const contingencyPlanVersions = versionTable<ContingencyPlanBody>('contingency_plan_versions', 'plan')

/** A step that was done; steps that are not there are open. */
export type StepDone = { id: string; at: string; by: string; note: string }

export type RunReport = { minutes: number; steps: number; done: number; inTime: number; late: number }

/** `body`: the plan as it was when it started. `causeKey`: the same cause starts it once. */
export const contingencyRuns = pgTable('contingency_runs', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  plan: text('plan').notNull(),
  version: integer('version').notNull(),
  body: jsonb('body').$type<ContingencyPlanBody>().notNull(),
  cause: text('cause').$type<'hand' | 'trigger'>().notNull(),
  causeKey: text('cause_key').notNull(),
  reason: text('reason').notNull(),
  state: text('state').$type<'running' | 'ended'>().notNull(),
  startedAt: instant('started_at').notNull(),
  startedBy: text('started_by').notNull(),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by'),
  endReason: text('end_reason').notNull(),
  incident: bigint('incident', { mode: 'number' }),
  clock: text('clock'),
  playbookRuns: jsonb('playbook_runs').$type<number[]>().notNull(),
  steps: jsonb('steps').$type<StepDone[]>().notNull(),
  report: jsonb('report').$type<RunReport>(),
})

/** `minute`: since 1970. */
export const planReadings = pgTable(
  'plan_readings',
  {
    store: store(),
    metric: text('metric').notNull(),
    minute: integer('minute').notNull(),
    value: doublePrecision('value').notNull(),
    sample: doublePrecision('sample').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.metric, table.minute] })],
)

export const drills = pgTable('drills', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  plan: text('plan').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  seed: text('seed').notNull(),
  scale: doublePrecision('scale').notNull(),
  day: text('day').notNull(),
  state: text('state').$type<DrillState>().notNull(),
  progress: doublePrecision('progress').notNull(),
  score: integer('score'),
  passed: boolean('passed'),
  campaign: text('campaign'),
  entry: text('entry'),
  problem: text('problem'),
  report: jsonb('report').$type<DrillReport>(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
  finishedAt: instant('finished_at'),
})

export const drillLessons = pgTable('drill_lessons', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: store(),
  drill: bigint('drill', { mode: 'number' }).notNull(),
  plan: text('plan').notNull(),
  planZh: text('plan_zh').notNull(),
  planEn: text('plan_en').notNull(),
  code: text('code').notNull(),
  zh: text('zh').notNull(),
  en: text('en').notNull(),
  at: instant('at').notNull(),
  result: text('result'),
  closedBy: text('closed_by'),
  closedAt: instant('closed_at'),
})

export type PlanRow = typeof contingencyPlans.$inferSelect
export type PlanRunRow = typeof contingencyRuns.$inferSelect
export type DrillRow = typeof drills.$inferSelect
