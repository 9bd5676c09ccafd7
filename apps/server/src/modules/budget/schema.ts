import type { EntryKind, LedgerEntry, LedgerState, ReleaseTrigger, SubsidyKind, SubsidyMove } from '@zhanggui/budget'
import { bigint, bigserial, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

const amount = (name: string) => bigint(name, { mode: 'number' }).notNull()
const day = (name: string) => date(name, { mode: 'string' }).notNull()
const ofPlan = { store: text('store').notNull(), plan: text('plan').notNull() }

/** What was posted, one row an entry; rows are only ever added. */
export const budgetPostings = pgTable(
  'budget_postings',
  {
    ...ofPlan,
    id: text('id').notNull(),
    sequence: bigserial('sequence', { mode: 'number' }),
    kind: text('kind').$type<EntryKind>().notNull(),
    line: text('line').notNull(),
    toLine: text('to_line'),
    amountCents: amount('amount_cents'),
    day: day('day'),
    from: text('from_state').$type<NonNullable<LedgerEntry['from']>>(),
    reference: text('reference').notNull(),
    note: text('note').notNull(),
    overspendReason: text('overspend_reason'),
    postedBy: text('posted_by').notNull(),
    postedAt: instant('posted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.id] })],
)

/** The two legs of each posting; `line = ''` is the plan itself. */
export const budgetLegs = pgTable(
  'budget_legs',
  {
    ...ofPlan,
    posting: text('posting').notNull(),
    position: integer('position').notNull(),
    line: text('line').notNull(),
    state: text('state').$type<LedgerState>().notNull(),
    amountCents: amount('amount_cents'),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.posting, table.position] })],
)

/** Releases of the reserve that were approved; the report may be written later. */
export const budgetReleases = pgTable(
  'budget_releases',
  {
    ...ofPlan,
    id: text('id').notNull(),
    reserveLine: text('reserve_line').notNull(),
    toLine: text('to_line').notNull(),
    amountCents: amount('amount_cents'),
    day: day('day'),
    trigger: text('trigger').$type<ReleaseTrigger>().notNull(),
    evidence: text('evidence').notNull(),
    askedBy: text('asked_by').notNull(),
    report: text('report'),
    reportedBy: text('reported_by'),
    reportedAt: instant('reported_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.id] })],
)

/** Lines that may spend in a paused stage, with the reason. */
export const budgetOverrides = pgTable(
  'budget_overrides',
  {
    ...ofPlan,
    rule: text('rule').notNull(),
    line: text('line').notNull(),
    reason: text('reason').notNull(),
    allowedBy: text('allowed_by').notNull(),
    allowedAt: instant('allowed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.rule, table.line] })],
)

/** Coupons, gifts, points … given out together, with one value and one last day. */
export const budgetSubsidies = pgTable(
  'budget_subsidies',
  {
    ...ofPlan,
    id: text('id').notNull(),
    line: text('line').notNull(),
    kind: text('kind').$type<SubsidyKind>().notNull(),
    name: text('name').notNull(),
    valueCents: amount('value_cents'),
    perUnits: integer('per_units').notNull(),
    validThroughDay: day('valid_through_day'),
    expectedRedemptionBp: integer('expected_redemption_bp').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.id] })],
)

export const budgetSubsidyMoves = pgTable(
  'budget_subsidy_moves',
  {
    ...ofPlan,
    subsidy: text('subsidy').notNull(),
    id: text('id').notNull(),
    sequence: bigserial('sequence', { mode: 'number' }),
    kind: text('kind').$type<SubsidyMove['kind']>().notNull(),
    units: amount('units'),
    day: day('day'),
    movedBy: text('moved_by').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.subsidy, table.id] })],
)
