import { z } from 'zod'

export const UNITS = ['money', 'count', 'ratio', 'multiple', 'seconds', 'days', 'score'] as const
export const Unit = z.enum(UNITS)
export type Unit = z.infer<typeof Unit>

/** GET /v1/metrics — the metric dictionary (P16.10). */
export const MetricInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: Unit,
  group: z.enum(['traffic', 'conversion', 'trade', 'user', 'media', 'profit', 'goods', 'service', 'brand', 'platform']),
  end: z.enum(['traffic', 'conversion', 'user', 'brand']).describe('which of the four ends it belongs to (P9.13)'),
  kind: z.enum(['additive', 'distinct', 'ratio', 'average', 'snapshot']),
  formula: z.string().describe('over measure ids, e.g. refunded ÷ paid'),
  /** Metric or measure ids; `null` for a metric that is no ratio. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  higherIsBetter: z.boolean().nullable(),
  grain: z.string().describe('finest period it exists for: minute, day, …'),
  window: z.string().nullable().describe('e.g. 30 days, for repurchase within a window'),
  dimensions: z.array(z.string()),
  sources: z.array(z.string()),
  owner: z.string().describe('role that answers for the definition'),
  definitionZh: z.string(),
  definitionEn: z.string(),
  permission: z.enum(['metrics:read', 'profit:read']),
})
export type MetricInfo = z.infer<typeof MetricInfo>

export const DimensionInfo = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.enum(['time', 'category']),
  /** Names of the values, where they are a closed list of words. */
  values: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })).optional(),
})
export type DimensionInfo = z.infer<typeof DimensionInfo>

export const MetricDictionary = z.object({ metrics: z.array(MetricInfo), dimensions: z.array(DimensionInfo) })
export type MetricDictionary = z.infer<typeof MetricDictionary>
