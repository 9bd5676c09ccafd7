import { z } from 'zod'
import { PromotionCents } from './promotions-rules.ts'

const Cents = PromotionCents
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')

/** `waiting`: goods may still come back; `due`: to be issued; `owedBack`: issued, then the goods came back after all. */
export const REBATE_CARD_STATES = ['waiting', 'due', 'issued', 'revoked', 'owedBack'] as const

/** What one order has earned under one rebate rule (满返卡). */
export const RebateCard = z.object({
  orderId: z.string(),
  ruleId: z.string(),
  state: z.enum(REBATE_CARD_STATES),
  earnedCents: Cents,
  revokedCents: Cents,
  issuedCents: Cents,
  liabilityCents: Cents,
  owedBackCents: Cents,
  receivedDay: z.string().nullable(),
  issueDay: z.string().nullable(),
  issuedAt: z.string().nullable(),
})
export type RebateCard = z.infer<typeof RebateCard>

/** GET /v1/stores/{store}/promotion-cards */
export const RebateCardQuery = z.object({
  state: z.enum(REBATE_CARD_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type RebateCardQuery = z.input<typeof RebateCardQuery>

/** Sums are of every card of the shop: earned = revoked + issued + liability − owed back. */
export const RebateCards = z.object({
  cards: z.array(RebateCard),
  total: z.number().int(),
  earnedCents: Cents,
  revokedCents: Cents,
  issuedCents: Cents,
  liabilityCents: Cents,
  owedBackCents: Cents,
})
export type RebateCards = z.infer<typeof RebateCards>

/** POST …/promotion-orders/{order}/receive — the goods have come, by default today. */
export const ReceiveOrder = z.strictObject({ day: Day.optional() })
export type ReceiveOrder = z.input<typeof ReceiveOrder>
export const OrderReceived = z.object({
  orderId: z.string(),
  /** When each of its rebate cards is issued. */
  cards: z.array(z.object({ ruleId: z.string(), issueDay: z.string().nullable() })),
})
export type OrderReceived = z.infer<typeof OrderReceived>
