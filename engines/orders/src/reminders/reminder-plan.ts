/** What is waited for: the whole price (or its deposit) of a new order, or the balance of a presale. */
export const REMINDED_PARTS = ['whole', 'balance'] as const
export type RemindedPart = (typeof REMINDED_PARTS)[number]

/**
 * When and how often buyers who have not paid are spoken to (催付).
 * Unit: minutes; `quietFrom` and `quietUntil` are minutes of the shop's day, equal for none; `holdOutBp` basis points of people who are
 * left alone, so that what a reminder brings is known. `perDay`: messages a person gets on one day of the shop, of all plans together.
 */
export type ReminderPlan = {
  part: RemindedPart
  /** After payment became possible: placing, or the opening of the balance. */
  afterMinutes: readonly number[]
  /** Before the order ends by itself. */
  beforeEndMinutes: readonly number[]
  quietFrom: number
  quietUntil: number
  perDay: number
  holdOutBp: number
}

/** From when to when an order can be paid, UTC ms. */
export type PayWindow = { opensAt: number; endsAt: number }
