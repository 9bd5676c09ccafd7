import { z } from 'zod'
import { PromotionCents, RulePayer } from './promotions-rules.ts'

const Cents = PromotionCents

/** GET /v1/stores/{store}/promotion-settlement — orders paid that were placed in `[from, until)`; without days the last ones. */
export const SettlementQuery = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(366).default(30),
})
export type SettlementQuery = z.input<typeof SettlementQuery>

/**
 * What each bearer owes for discounts of this shop's goods: given with the orders, less what their returns reversed (P6.28).
 * `byRule` is what was given; returns are told by bearer.
 */
export const PromotionSettlement = z.object({
  from: z.string(),
  until: z.string(),
  orders: z.number().int(),
  /** More orders than are looked at were placed; ask for fewer days. */
  isCut: z.boolean(),
  bearers: z.array(
    z.object({
      payer: RulePayer,
      givenCents: Cents,
      reversedCents: Cents,
      owedCents: Cents,
      byRule: z.array(z.object({ ruleId: z.string(), name: z.string(), orders: z.number().int(), cents: Cents })),
    }),
  ),
})
export type PromotionSettlement = z.infer<typeof PromotionSettlement>
