import { z } from 'zod'
import { PromotionCents, PromotionRule } from './promotions-rules.ts'

const Cents = PromotionCents

/**
 * GET /v1/stores/{store}/promotion-sets — goods that buyers of the last `days` took together more often than by chance, each as a
 * set with a price of its own (P5.04). `acrossOnly`: of two categories or two brands.
 */
export const SetQuery = z.object({
  days: z.coerce.number().int().min(7).max(730).default(90),
  minTogether: z.coerce.number().int().min(2).max(1_000_000).default(5),
  /** Hundredths: 120 is a lift of 1.2. */
  minLiftPercent: z.coerce.number().int().min(1).max(100_000).default(120),
  cutBp: z.coerce.number().int().min(0).max(9000).default(1000),
  leastMarginBp: z.coerce.number().int().min(0).max(9000).default(2000),
  across: z.enum(['any', 'category', 'brand']).default('any'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type SetQuery = z.input<typeof SetQuery>

const SetGood = z.object({
  skuId: z.string(),
  title: z.string(),
  category: z.string(),
  brand: z.string(),
  unitCents: Cents,
  /** Baskets with it. */
  baskets: z.number().int(),
})

export const ProposedSet = z.object({
  goods: z.array(SetGood),
  /** Baskets with both; of `baskets` in all. Support is their share. */
  together: z.number().int(),
  /** How many times more often than by chance. */
  lift: z.number(),
  acrossCategories: z.boolean(),
  acrossBrands: z.boolean(),
  sumCents: Cents,
  priceCents: Cents,
  cutCents: Cents,
  /** null without `profit:read` or while a cost is unknown. */
  marginCents: Cents.nullable(),
  givenAwayCents: Cents,
  breakEvenSets: z.number().int().nullable(),
  /** Ready for a promotion. */
  rule: PromotionRule,
})
export type ProposedSet = z.infer<typeof ProposedSet>

export const ProposedSets = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  /** Orders with two goods or more, the only ones that tell anything, of all. */
  baskets: z.number().int(),
  orders: z.number().int(),
  sets: z.array(ProposedSet),
})
export type ProposedSets = z.infer<typeof ProposedSets>
