import { z } from 'zod'
import { PromotionCents } from './promotions-rules.ts'

const Cents = PromotionCents
const Count = z.number().int().min(0)
const Instant = z.iso.datetime()

/** POST …/orders/{order}/pay — the due amount is asked of the provider that is well and cheapest. */
export const PaymentStarted = z.object({
  attemptId: z.string(),
  provider: z.string(),
  cents: Cents,
  state: z.enum(['sent', 'unsure', 'charged', 'failed']),
  /** Providers that failed before this one, for the same payment, within this call. */
  switched: z.array(z.string()),
})
export type PaymentStarted = z.infer<typeof PaymentStarted>

/** POST …/payments/notices — what a provider tells, asked or unasked. */
export const PaymentNotice = z.strictObject({
  attemptId: z.string().min(1).max(120),
  outcome: z.enum(['charged', 'declined', 'error']),
  cents: Cents,
})
export type PaymentNotice = z.infer<typeof PaymentNotice>

/** GET …/payments/providers */
export const ProviderStatus = z.object({
  provider: z.string(),
  adapter: z.string(),
  isOn: z.boolean(),
  isCurrent: z.boolean(),
  state: z.enum(['up', 'down', 'probing']),
  since: Instant.nullable(),
  feeBp: Count,
  feeFixedCents: Cents,
  /** Of the last tries, how many there were and how many failed. */
  tries: Count,
  failed: Count,
})
export type ProviderStatus = z.infer<typeof ProviderStatus>
export const ProviderList = z.object({ providers: z.array(ProviderStatus), openAttempts: Count, openRefunds: Count })
export type ProviderList = z.infer<typeof ProviderList>

export const PAYMENT_DIFFERENCES = [
  'unheard_charge',
  'missing_charge',
  'unheard_refund',
  'missing_refund',
  'amount_differs',
  'charged_twice',
  'unknown',
] as const

/** POST …/payments/reconcile — the books of a provider held against its statement; what can be put right is. */
export const Reconciliation = z.object({
  provider: z.string(),
  charges: Count,
  refunds: Count,
  differences: z.array(
    z.object({
      kind: z.enum(PAYMENT_DIFFERENCES),
      id: z.string(),
      attemptId: z.string(),
      ourCents: Cents,
      theirCents: Cents,
      /** Put right by this run: unheard money was taken, an unsent refund sent again. */
      isHealed: z.boolean(),
    }),
  ),
})
export type Reconciliation = z.infer<typeof Reconciliation>
