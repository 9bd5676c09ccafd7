import type { BudgetLine, BudgetRules } from '@zhanggui/budget'
import type { Goal, GoalMetric, Stage } from '@zhanggui/goals'
import type { BusinessDay, Cents, Period } from '@zhanggui/kernel'

/** Sides of P16.01; a task or a request stands on exactly one. */
export const PLAN_SIDES = ['agency', 'merchant', 'brand', 'platform', 'platformOperator', 'partner'] as const
export type PlanSide = (typeof PLAN_SIDES)[number]

/** Which team answers for a task (P16.01, P3.21). */
export const PLAN_TEAMS = [
  'operations',
  'design',
  'content',
  'technology',
  'service',
  'product',
  'logistics',
  'finance',
  'media',
  'members',
] as const
export type PlanTeam = (typeof PLAN_TEAMS)[number]

/** Where an object was read from, so that a finding can name the cell. Rows and columns count from 1, as Excel shows them. */
export type SourceRef = { file: string; sheet: string | null; row: number; column: string | null }

/** Everything in a plan that was read from a file says where. */
export type Sourced = { source: SourceRef | null }

/** First day that counts and first day after, with the dates it had when the plan was last approved. */
export type Dated = {
  fromDay: BusinessDay
  toDay: BusinessDay
  baselineFromDay: BusinessDay | null
  baselineToDay: BusinessDay | null
}

export const EVENT_KINDS = ['platform', 'shop', 'theme', 'categoryDay', 'season'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** An entry of the year's calendar: a platform occasion, an own campaign, a theme. */
export type PlanEvent = Sourced &
  Dated & {
    id: string
    /** Occasion of the calendar that it follows; its dates then come from there. */
    occasionId: string | null
    kind: EventKind
    name: string
    /** Quarter that the plan's author filed it under; checked against its days (X03). */
    declaredQuarter: Period | null
    mainDay: BusinessDay | null
    theme: string
    mechanics: readonly string[]
    channels: readonly string[]
    owner: string | null
    note: string
  }

/** One piece of work. `dueDay` is the last day of it. */
export type PlanTask = Sourced & {
  id: string
  title: string
  detail: string
  period: Period
  side: PlanSide
  team: PlanTeam
  /** The one person who is accountable. */
  owner: string | null
  startDay: BusinessDay | null
  dueDay: BusinessDay | null
  baselineStartDay: BusinessDay | null
  baselineDueDay: BusinessDay | null
  dependsOn: readonly string[]
  eventId: string | null
  /** Template it came from, if any. */
  templateId: string | null
  /** How one sees that it is done. */
  evidence: string
  done: boolean
  /** What shows that it is done: a link, the name of a report. */
  proof?: string | undefined
}

/** What the merchant is asked for (P4.16). Bought orders are no kind. */
export const REQUEST_KINDS = [
  'funds',
  'products',
  'priceConcession',
  'highValueGoods',
  'oldCustomerFunds',
  'offSiteTraffic',
  'training',
  'stock',
  'materials',
  'other',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export type PlanRequest = Sourced & {
  id: string
  kind: RequestKind
  text: string
  period: Period
  amountCents: Cents | null
  dueDay: BusinessDay | null
  owner: string | null
}

/** The seven columns of the yearly table (P3.01), in their order. */
export const TABLE_COLUMNS = [
  'period',
  'target',
  'theme',
  'strategy',
  'pageDesign',
  'dailyPromotion',
  'merchantCooperation',
] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

/**
 * A row of the yearly table as its author wrote it; what was made of each cell points back here by `source`.
 * `label` is how the time was written where the period alone does not say it: `上半年` is kept under its first quarter.
 */
export type TableRow = Sourced & { id: string; period: Period; label?: string | undefined } & Readonly<
    Record<Exclude<TableColumn, 'period'>, string>
  >

/** A metric that no fact of the shop gives (awards, voice on other platforms); its actuals are entered by hand. */
export type OwnMeasure = GoalMetric & { id: `own:${string}`; actuals: readonly { period: Period; value: number }[] }

/** The chapters of the plan document, in order (P14.16). */
export const CHAPTERS = ['market', 'goals', 'strategy', 'execution', 'resources', 'monitoring'] as const
export type Chapter = (typeof CHAPTERS)[number]

/**
 * A year's plan. Every part can be checked, compared with what happened, copied to next year and printed.
 * Ids are unique within their part. Money in fen, shares in basis points, days of the shop, ranges half-open.
 */
export type Plan = {
  id: string
  year: number
  name: string
  currency: string
  /** Which set of figures the plan is checked against (X23); `null` until one is named. */
  profile: string | null
  goals: readonly Goal[]
  measures: readonly OwnMeasure[]
  stages: readonly Stage[]
  budget: readonly BudgetLine[]
  budgetRules: BudgetRules
  events: readonly PlanEvent[]
  tasks: readonly PlanTask[]
  requests: readonly PlanRequest[]
  table: readonly TableRow[]
  /** What the author writes in each chapter of the document. */
  texts: Readonly<Record<Chapter, string>>
  /** Ids of registered market assumptions that the plan rests on (P1.08). */
  assumptions: readonly string[]
}

/** What is stored and edited on its own, each with a revision. `header` is name, profile, texts and assumptions. */
export const PLAN_PARTS = ['header', 'goals', 'budget', 'events', 'tasks', 'requests', 'table', 'stages'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]
