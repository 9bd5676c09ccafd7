import { z } from 'zod'

const Count = z.number().int().min(0)
const Day = z.iso.date()
const Share = z.number().min(0).max(1)

/** Business days of the shop, half-open; left open: the last thirty with today. */
export const ReportDays = z.object({ from: Day.optional(), to: Day.optional() })
export type ReportDays = z.infer<typeof ReportDays>

const Reached = { reached: Count, lost: Count }

/** One step: who came to it, who left there with what reason, and the same by how it was passed (`saved`: kept details). */
export const CheckoutStepLoss = z.object({
  step: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  ...Reached,
  reasons: z.array(z.object({ reason: z.string(), lost: Count })),
  ways: z.array(z.object({ value: z.string(), ...Reached })),
})
export type CheckoutStepLoss = z.infer<typeof CheckoutStepLoss>

/** GET …/checkout-path — losses of all steps and what was paid add up to what was started. */
export const CheckoutReport = z.object({
  from: Day,
  to: Day,
  started: Count,
  paid: Count,
  lostShare: Share.nullable(),
  /** What a checkout that nobody has shortened loses. */
  usualLostShare: Share,
  steps: z.array(CheckoutStepLoss),
  unknown: z.array(z.object({ step: z.string(), checkouts: Count })),
  /** What kept details would save, the largest first; an upper bound, as nobody was drawn by lot. */
  gains: z.array(
    z.object({
      step: z.string(),
      saved: z.object(Reached),
      typed: z.object(Reached),
      difference: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      couldKeep: Count.nullable(),
    }),
  ),
})
export type CheckoutReport = z.infer<typeof CheckoutReport>
