import { z } from 'zod'
import { PromotionCents, PromotionRule } from './promotions-rules.ts'

const Cents = PromotionCents
const Id = z.string().min(1).max(80)
const Between = z.object({ min: z.number(), max: z.number() })

/** What an entry to a channel event has to keep; starting values of this project, to be set to the terms of the event at hand. */
export const EventBounds = z.object({
  priceShareBp: z.number().int(),
  goods: Between,
  stockMin: z.number().int(),
  hours: Between,
  unitsPerBuyerMax: z.number().int(),
  coinShareBp: Between.optional(),
})

/**
 * POST …/promotions/events — which channel events (聚划算, 品牌团, 淘抢购, 淘金币) goods qualify for and what is missing. Of a stored
 * `promotion`, or of `goods` at prices of their own. What is left out comes from the shop: time and limit from the promotion,
 * reference price from its deals, stock from the last report.
 */
export const QualifyEvents = z.strictObject({
  promotion: Id.optional(),
  goods: z
    .array(
      z.strictObject({
        skuId: Id,
        priceCents: Cents.min(1),
        referenceCents: Cents.min(1).optional(),
        stock: z.number().int().min(0).optional(),
      }),
    )
    .max(200)
    .optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  unitsPerBuyer: z.number().int().min(1).max(1000).default(1),
  coinShareBp: z.number().int().min(0).max(10_000).optional(),
})
export type QualifyEvents = z.input<typeof QualifyEvents>

const Good = z.object({
  skuId: z.string(),
  title: z.string(),
  priceCents: Cents,
  /** null: it was never sold and has no listed price. */
  referenceCents: Cents.nullable(),
  /** null: no report tells it. */
  stock: z.number().int().nullable(),
})

export const EventsQualified = z.object({
  from: z.string(),
  until: z.string(),
  goods: z.array(Good),
  events: z.array(
    z.object({
      event: z.string(),
      zh: z.string(),
      en: z.string(),
      bounds: EventBounds,
      qualifies: z.boolean(),
      /** Everything that is outside the bounds, with what to do; `skuId` where it is about one of the goods. */
      missing: z.array(z.object({ code: z.string(), skuId: z.string().nullable(), zh: z.string(), en: z.string() })),
      /** The goods that keep every bound of their own, as many as the event takes. */
      fitting: z.array(z.string()),
      /** The rules of an entry with the fitting goods, ready for a promotion of their own; none while time or limit is not right. */
      rules: z.array(PromotionRule),
    }),
  ),
})
export type EventsQualified = z.infer<typeof EventsQualified>

/**
 * GET …/promotions/{promotion}/heard — how plain its rules read, beside what buyers said while it ran: reviews and survey answers
 * that call rules too complicated or plain, and as many days before it for comparison (P6.34).
 */
const Heard = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  texts: z.number().int(),
  complicated: z.number().int(),
  plain: z.number().int(),
})
export const PromotionHeard = z.object({
  /** Of its least plain rule; null while a rule does not hold. */
  clarity: z.number().int().nullable(),
  during: Heard,
  before: Heard,
  /** Some of what was said, newest first; personal data was masked at the import. */
  samples: z.array(z.object({ day: z.iso.date(), text: z.string() })),
})
export type PromotionHeard = z.infer<typeof PromotionHeard>
