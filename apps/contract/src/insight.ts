import { z } from 'zod'
import { Filter } from './query.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Days of GET …/diagnosis and …/traffic: half-open, as in a query; without them all the shop's data. */
export const InsightRange = z.object({ from: Day.optional(), to: Day.optional() })
export type InsightRange = z.input<typeof InsightRange>

/** GET /v1/stores/{store}/diagnosis — where the shop falls short of a stated baseline, by the money at stake (P1.10). */
export const Diagnosis = z.object({
  range: z.object({ from: z.string(), to: z.string() }).nullable(),
  currency: z.string(),
  findings: z.array(
    z.object({
      id: z.enum(['categoryPenetration', 'searchDependence', 'detailBounce', 'paymentAbandonment']),
      nameZh: z.string(),
      nameEn: z.string(),
      /** The category for penetration; empty for the whole shop. */
      subject: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      baseline: z.number(),
      baselineSource: z.string(),
      verdict: z.enum(['behind', 'fine', 'unknown']),
      /** Paid amount that reaching the baseline would bring, at the shop's own rates; null when it cannot be reckoned. */
      atStakeCents: z.number().nullable(),
      reckoningZh: z.string(),
      reckoningEn: z.string(),
      /** The query behind the value, to open in the explorer. */
      query: z.object({ metrics: z.array(z.string()), by: z.array(z.string()), filters: z.array(Filter) }),
    }),
  ),
})
export type Diagnosis = z.infer<typeof Diagnosis>

/** GET /v1/stores/{store}/traffic — where visits come from, their trend and worth, and on whom the shop depends (P8.05). */
export const TrafficStructure = z.object({
  range: z.object({ from: z.string(), to: z.string() }).nullable(),
  currency: z.string(),
  visits: z.number().nullable(),
  sourcedVisits: z.number().nullable(),
  paidShare: z.number().nullable(),
  freeShare: z.number().nullable(),
  classes: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      visits: z.number(),
      /** Of the visits with a known source. */
      share: z.number().nullable(),
      bounceRate: z.number().nullable(),
      cvr: z.number().nullable(),
      paidCents: z.number().nullable(),
      uvValueCents: z.number().nullable(),
      trend: z.array(z.object({ month: z.string(), visits: z.number(), share: z.number().nullable() })),
    }),
  ),
  warnings: z.array(
    z.object({
      code: z.enum(['single_class', 'paid_traffic', 'unknown_source']),
      class: z.string(),
      share: z.number(),
      limit: z.number(),
      message: z.string(),
      messageEn: z.string(),
    }),
  ),
})
export type TrafficStructure = z.infer<typeof TrafficStructure>
