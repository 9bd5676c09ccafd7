import { z } from 'zod'
import { ReportDays } from './trade-checkout.ts'

const Count = z.number().int().min(0)
const Day = z.iso.date()
const Share = z.number().min(0).max(1)
const HOURS_MAX = 720

/** `withinHours`: how long after it was carted an item counts as bought from the cart; a day when left out. */
export const PaymentLossesQuery = ReportDays.extend({
  withinHours: z.coerce.number().int().min(1).max(HOURS_MAX).default(24),
})
export type PaymentLossesQuery = z.input<typeof PaymentLossesQuery>

const OrderLoss = z.object({ key: z.string(), placed: Count, unpaid: Count, unpaidCents: Count })

/** Orders that were placed and never paid, by the day they were placed and the province they were to go to. */
export const OrderLosses = z.object({
  placed: Count,
  unpaid: Count,
  lostShare: Share,
  unpaidCents: Count,
  days: z.array(OrderLoss),
  provinces: z.array(OrderLoss),
  /** Why, as far as this shop's own orders say: `waiting` may still be paid. Imported orders have no reason. */
  reasons: z.array(z.object({ reason: z.string(), nameZh: z.string(), nameEn: z.string(), orders: Count })),
})
export type OrderLosses = z.infer<typeof OrderLosses>

const CartSum = { carted: Count, bought: Count, open: Count, lost: Count }

/** Items that visitors put into the cart: bought and lost and still open add up to carted, on each day. */
export const CartLossReport = z.object({
  withinHours: Count,
  ...CartSum,
  people: Count,
  peopleBought: Count,
  lostShare: Share.nullable(),
  days: z.array(z.object({ day: Day, ...CartSum })),
  reasons: z.array(
    z.object({ reason: z.enum(['later', 'sameCategory', 'otherItem', 'cameBack', 'left']), carts: Count }),
  ),
  within: z.array(z.object({ hours: Count, carts: Count })),
})
export type CartLossReport = z.infer<typeof CartLossReport>

/** GET …/checkout-path/losses — before and behind the checkout; `null` where the shop has no such records in these days. */
export const PaymentLosses = z.object({
  from: Day,
  to: Day,
  /** What a payment path that nobody has shortened loses. */
  usualLostShare: Share,
  carts: CartLossReport.nullable(),
  orders: OrderLosses.nullable(),
})
export type PaymentLosses = z.infer<typeof PaymentLosses>
