import { z } from 'zod'

const Op = z.enum(['>', '>=', '<', '<='])
const Direction = z.enum(['rise', 'fall'])
const Minutes = z.number().int().min(0).max(527_040)
const Points = z.number().int().min(3).max(366)

/** The phases of a campaign: 蓄水, 预热, 爆发, 收尾, 长尾, 复盘. */
export const AlertPhase = z.enum(['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'])
export type AlertPhase = z.infer<typeof AlertPhase>

/** How a figure is tested; shares are fractions, money is minor units, times are minutes. */
export const ConditionTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('threshold'), op: Op, value: z.number(), clearAt: z.number().exactOptional() }),
  z.strictObject({
    kind: z.literal('change'),
    against: z.enum(['previous', 'sameTimeYesterday', 'sameTimeLastWeek', 'sameCampaignMinute']),
    direction: Direction,
    by: z.number().positive().max(1000),
  }),
  z.strictObject({
    kind: z.literal('anomaly'),
    k: z.number().min(2).max(100),
    direction: z.enum(['rise', 'fall', 'both']),
  }),
  z.strictObject({ kind: z.literal('trend'), points: Points, direction: Direction }),
  z.strictObject({
    kind: z.literal('absence'),
    minutes: Minutes.min(1),
    usualMin: z.number().min(0).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('projection'),
    op: Op,
    value: z.number(),
    points: Points,
    withinMinutes: Minutes.min(1),
  }),
])
export type ConditionTest = z.infer<typeof ConditionTest>

/** When something is the matter, as data; alerts, playbooks and back-tests ask this one form. */
export const MetricCondition = z.strictObject({
  metric: z.string().min(1).max(80).describe('catalogue id or the id of another watched series'),
  slice: z.record(z.string().max(40), z.array(z.string().max(200)).min(1).max(200)),
  windowMinutes: Minutes.min(1),
  test: ConditionTest,
  minSample: z.number().min(0).exactOptional(),
  forMinutes: Minutes.exactOptional(),
  clearForMinutes: Minutes.exactOptional(),
  phases: z.array(AlertPhase).min(1).max(6).exactOptional(),
  noData: z.enum(['report', 'keep', 'ok', 'fire']).exactOptional(),
})
export type MetricCondition = z.infer<typeof MetricCondition>
