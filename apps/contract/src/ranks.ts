import { z } from 'zod'
import { Unit } from './metrics.ts'

const Day = z.iso.date()

export const RankKind = z.enum(['keyword', 'category'])
export type RankKind = z.infer<typeof RankKind>

export const RankVerdict = z.enum(['reached', 'onTrack', 'behind', 'missed', 'unknown', 'stale'])
export type RankVerdict = z.infer<typeof RankVerdict>

/** One thing that is followed in one list, with its goal, its course and what was done for it (P9.11). */
export const RankSubject = z.object({
  id: z.string(),
  kind: RankKind,
  term: z.string(),
  board: z.string(),
  /** Id of the goods; null: the shop itself. */
  item: z.string().nullable(),
  itemName: z.string().nullable(),
  owner: z.string(),
  goalRank: z.number().int(),
  byDay: Day,
  points: z.array(
    z.object({
      day: Day,
      /** Null: not among the first `depth` that were looked at. */
      rank: z.number().int().nullable(),
      depth: z.number().int(),
      gained: z.number().int().nullable(),
      source: z.string(),
    }),
  ),
  best: z.object({ day: Day, rank: z.number().int() }).nullable(),
  /** Places to the goal by the latest reading; `isAtLeast` where it stood below what was looked at. */
  distance: z.object({ places: z.number().int(), isAtLeast: z.boolean() }).nullable(),
  verdict: RankVerdict,
  /** Rank expected on the day of the goal. */
  expected: z.number().int().nullable(),
  reachedOn: Day.nullable(),
  actions: z.array(z.object({ day: Day, leverZh: z.string(), leverEn: z.string(), what: z.string() })),
})
export type RankSubject = z.infer<typeof RankSubject>

/** GET /v1/stores/{store}/ranks — by how far they are from their goals, the farthest first. */
export const RankFollowUp = z.object({ today: Day, subjects: z.array(RankSubject) })
export type RankFollowUp = z.infer<typeof RankFollowUp>

/** GET /v1/stores/{store}/ranks/{id}/levers — what lifts it by the law, the largest weakness first. */
export const RankLevers = z.object({
  from: Day,
  to: Day,
  currency: z.string(),
  levers: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      howZh: z.string(),
      howEn: z.string(),
      basisZh: z.string(),
      basisEn: z.string(),
      link: z.string(),
      metricZh: z.string().nullable(),
      metricEn: z.string().nullable(),
      unit: Unit.nullable(),
      own: z.number().nullable(),
      shop: z.number().nullable(),
      /** Share of the shop's figure by which the goods are behind it. */
      behind: z.number().nullable(),
    }),
  ),
})
export type RankLevers = z.infer<typeof RankLevers>
