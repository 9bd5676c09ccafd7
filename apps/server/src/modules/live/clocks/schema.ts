import type { ClockEvent, ClockPolicy, ReadClock } from '@zhanggui/clocks'
import { bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const ofClock = { store: text('store').notNull(), clock: text('clock').notNull() }
const runOfStep = { step: text('step').notNull(), round: integer('round').notNull(), mark: text('mark').notNull() }

/** One ladder on one subject. `policy` is the one it was started under; later ones are events. */
export const clocks = pgTable(
  'clocks',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    ladder: text('ladder').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    title: text('title').notNull(),
    owner: text('owner'),
    policy: jsonb('policy').$type<ClockPolicy>().notNull(),
    /** Of the policy now in force, to see when the shop's has become another. */
    policyHash: text('policy_hash').notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    state: text('state').$type<ReadClock['state']>().notNull(),
    nextAt: instant('next_at'),
    /** Since when nothing of it runs any more; null while something does. */
    settledAt: instant('settled_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** What an event says beside its kind and instant. */
export type EventBody = {
  step?: string
  reason?: Extract<ClockEvent, { kind: 'pause' }>['reason']
  outcome?: Extract<ClockEvent, { kind: 'stop' }>['outcome']
  policy?: ClockPolicy
}

export const clockEvents = pgTable(
  'clock_events',
  {
    ...ofClock,
    id: text('id').notNull(),
    sequence: bigserial('sequence', { mode: 'number' }),
    kind: text('kind').$type<ClockEvent['kind']>().notNull(),
    at: instant('at').notNull(),
    body: jsonb('body').$type<EventBody>().notNull(),
    note: text('note').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.clock, table.id] })],
)

/** Deadlines, warnings and escalations that were passed; `withdrawnAt` when an event entered later undid it. */
export const clockMarks = pgTable(
  'clock_marks',
  {
    ...ofClock,
    ...runOfStep,
    at: instant('at').notNull(),
    noticedAt: instant('noticed_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** When it was handed to those who act on it. */
    handedAt: instant('handed_at'),
    handAfter: instant('hand_after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.clock, table.step, table.round, table.mark] })],
)

export const dutyPages = pgTable(
  'duty_pages',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    details: text('details').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    raisedBy: text('raised_by').notNull(),
    raisedAt: instant('raised_at').notNull(),
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedAt: instant('acknowledged_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** Who was called at which mark of a clock. */
export const dutyCalls = pgTable(
  'duty_calls',
  {
    ...ofClock,
    ...runOfStep,
    person: text('person').notNull(),
    level: text('level').notNull(),
    calledAt: instant('called_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.clock, table.step, table.round, table.mark, table.person] })],
)

export const merchantWarnings = pgTable(
  'merchant_warnings',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<'orderSurge' | 'badReviews' | 'other'>().notNull(),
    evidence: text('evidence').notNull(),
    raisedBy: text('raised_by').notNull(),
    raisedAt: instant('raised_at').notNull(),
    plan: text('plan'),
    planBy: text('plan_by'),
    planAt: instant('plan_at'),
    filedReference: text('filed_reference'),
    filedBy: text('filed_by'),
    filedAt: instant('filed_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)
