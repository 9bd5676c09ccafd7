import { z } from 'zod'
import { FigureQuery } from './drivers.ts'
import { Unit } from './metrics.ts'
import { ResourceRow } from './resources.ts'

const Day = z.iso.date()
const Days = z.object({ from: Day, to: Day })

export const WEAKNESS_CLASSES = ['conversion', 'sameness', 'data', 'supply'] as const

/** Days of the questions below: half-open; without them all the shop's data. */
export const DiagnosisRange = z.object({ from: Day.optional(), to: Day.optional() })
export type DiagnosisRange = z.input<typeof DiagnosisRange>

/** A weakness with its measure, its evidence and what to do about it. */
export const Weakness = z.object({
  id: z.string(),
  class: z.enum(WEAKNESS_CLASSES),
  nameZh: z.string(),
  nameEn: z.string(),
  value: z.number(),
  limit: z.number(),
  unit: Unit,
  limitSource: z.string(),
  evidenceZh: z.string(),
  evidenceEn: z.string(),
  actionZh: z.string(),
  actionEn: z.string(),
  /** Page of the shop where the action begins, relative to it. */
  link: z.string(),
  query: FigureQuery.nullable(),
})
export type Weakness = z.infer<typeof Weakness>

/** GET /v1/stores/{store}/review/weaknesses — what is weak; what is healthy is only counted (P14.11). */
export const Weaknesses = z.object({
  range: Days.nullable(),
  currency: z.string(),
  weaknesses: z.array(Weakness),
  healthy: z.number().int(),
  /** What could not be judged, and why. */
  unknown: z.array(
    z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), whyZh: z.string(), whyEn: z.string() }),
  ),
})
export type Weaknesses = z.infer<typeof Weaknesses>

/** A case of the library beside the shop's own figure (P1.15). Ratios as fractions, money in minor units. */
export const BenchmarkGap = z.object({
  id: z.string(),
  origin: z.enum(['library', 'shop']),
  nameZh: z.string(),
  nameEn: z.string(),
  metric: z.string().nullable(),
  unit: Unit,
  /** `growth`: the target is a change on the same days of last year. */
  basis: z.enum(['value', 'growth']),
  target: z.number(),
  own: z.number().nullable(),
  /** Target less own; above zero the shop is behind. */
  gap: z.number().nullable(),
  mechanismZh: z.string(),
  mechanismEn: z.string(),
  actionZh: z.string(),
  actionEn: z.string(),
  source: z.string(),
  /** The initiative that was made of it. */
  initiative: z.object({ id: z.string(), name: z.string(), state: z.string() }).nullable(),
})
export type BenchmarkGap = z.infer<typeof BenchmarkGap>

/** GET /v1/stores/{store}/review/benchmarks */
export const BenchmarkGaps = z.object({
  range: Days.nullable(),
  currency: z.string(),
  benchmarks: z.array(BenchmarkGap),
})
export type BenchmarkGaps = z.infer<typeof BenchmarkGaps>

/** POST /v1/stores/{store}/review/benchmarks/{benchmark}/initiative — the gap becomes work with an owner. */
export const GapInitiative = DiagnosisRange.extend({
  owner: z.string().trim().min(1).max(80),
  fromDay: Day,
  metric: z.enum(['cvr', 'paid', 'unitsSold', 'uv', 'cartRate']),
  items: z.string().trim().min(1).max(5000),
  controlItems: z.string().trim().min(1).max(5000),
})
export type GapInitiative = z.input<typeof GapInitiative>
export const GapInitiativeMade = ResourceRow

export const VOICE_SOURCES = ['survey', 'review', 'afterSale', 'social', 'calls'] as const
export const VoiceSource = z.enum(VOICE_SOURCES)

/** One complaint wherever it was said. */
export const Issue = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  mentions: z.number().int(),
  people: z.number().int(),
  atStakeCents: z.number().int(),
  sources: z.array(z.object({ source: VoiceSource, mentions: z.number().int() })),
  items: z.array(z.object({ item: z.string(), title: z.string(), mentions: z.number().int() })),
  quotes: z.array(z.object({ source: VoiceSource, text: z.string(), day: z.string() })),
  firstDay: z.string(),
  lastDay: z.string(),
})
export type Issue = z.infer<typeof Issue>

/** GET /v1/stores/{store}/review/issues — what buyers complain of, everywhere, ranked by impact (P14.04). */
export const IssueList = z.object({
  range: Days.nullable(),
  currency: z.string(),
  /** Texts read, and those that complained of something known. */
  texts: z.number().int(),
  complaints: z.number().int(),
  issues: z.array(Issue),
})
export type IssueList = z.infer<typeof IssueList>

/** What a group's people have more often than everybody: `lift` 2 is twice as often. */
export const GroupTrait = z.object({
  dimension: z.enum(['channel', 'device', 'category']),
  value: z.string(),
  share: z.number(),
  lift: z.number(),
})

/** People who take part alike; 0 is the least engaged. Means are of each person over the range; dwell in seconds. */
export const EngagementGroup = z.object({
  rank: z.number().int(),
  people: z.number().int(),
  share: z.number(),
  views: z.number(),
  days: z.number(),
  carts: z.number(),
  interactions: z.number(),
  dwellSeconds: z.number(),
  /** Share of its people who paid. */
  payShare: z.number(),
  traits: z.array(GroupTrait),
})
export type EngagementGroup = z.infer<typeof EngagementGroup>

/** GET /v1/stores/{store}/review/engagement — how much people take part, in groups that come out alike from other people (P14.03). */
export const EngagementAnswer = z.object({
  range: Days.nullable(),
  uv: z.number().nullable(),
  pv: z.number().nullable(),
  /** People that were grouped: all, or a sample by a hash of who they are. */
  people: z.number().int(),
  isSample: z.boolean(),
  /** How much groupings learned from other halves agree: 1 the same, 0 by chance. */
  stability: z.number(),
  groups: z.array(EngagementGroup),
})
export type EngagementAnswer = z.infer<typeof EngagementAnswer>
