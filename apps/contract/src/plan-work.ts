import { z } from 'zod'
import { Cents, Day, Id, Name, Note, Person, PlanPeriod, Sourced } from './plan-fields.ts'
import { Side } from './roles.ts'

export const PlanEvent = z.object({
  id: Id,
  occasionId: z.string().max(80).nullable().default(null),
  kind: z.enum(['platform', 'shop', 'theme', 'categoryDay', 'season']),
  name: Name,
  declaredQuarter: PlanPeriod.nullable().default(null),
  mainDay: Day.nullable().default(null),
  fromDay: Day,
  toDay: Day.describe('first day after it'),
  baselineFromDay: Day.nullable().default(null),
  baselineToDay: Day.nullable().default(null),
  theme: z.string().max(500).default(''),
  mechanics: z.array(z.string().max(120)).max(50).default([]),
  channels: z.array(z.string().max(80)).max(50).default([]),
  owner: Person.default(null),
  note: Note.default(''),
  ...Sourced,
})
export type PlanEvent = z.infer<typeof PlanEvent>

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

export const PlanTeam = z.enum(PLAN_TEAMS)
export type PlanTeam = z.infer<typeof PlanTeam>

export const PlanTask = z.object({
  id: Id,
  title: z.string().max(300),
  detail: Note.default(''),
  period: PlanPeriod,
  side: Side.default('agency'),
  team: PlanTeam.default('operations'),
  owner: Person.default(null),
  startDay: Day.nullable().default(null),
  dueDay: Day.nullable().default(null),
  baselineStartDay: Day.nullable().default(null),
  baselineDueDay: Day.nullable().default(null),
  dependsOn: z.array(Id).max(100).default([]),
  eventId: Id.nullable().default(null),
  templateId: z.string().max(120).nullable().default(null),
  evidence: Note.default(''),
  done: z.boolean().default(false),
  proof: z.string().max(2000).optional().describe('what shows that it is done: a link, the name of a report'),
  ...Sourced,
})
export type PlanTask = z.infer<typeof PlanTask>

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

export const PlanRequest = z.object({
  id: Id,
  kind: z.enum(REQUEST_KINDS),
  text: Note,
  period: PlanPeriod,
  amountCents: Cents.default(null),
  dueDay: Day.nullable().default(null),
  owner: Person.default(null),
  ...Sourced,
})
export type PlanRequest = z.infer<typeof PlanRequest>

/** Row of GET …/plans/{plan}/overdue — who has to hear of an overdue task by now, and what waits for it; the latest first (P3.22). */
export const OverdueTask = z.object({
  task: Id,
  title: z.string(),
  owner: z.string().nullable(),
  side: Side,
  team: PlanTeam,
  dueDay: z.string(),
  daysLate: z.number().int(),
  step: z.enum(['owner', 'team', 'head']),
  waiting: z.array(Id).describe('open tasks that cannot begin before it'),
})
export type OverdueTask = z.infer<typeof OverdueTask>
