import { z } from 'zod'
import { TradeItemRef } from './trade-items.ts'

const Count = z.number().int().nonnegative()
const INT_MAX = 2_147_483_647
const Int = z.number().int().min(-INT_MAX).max(INT_MAX)
const Cents = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const IDS = 2n ** 128n

/** A number of at most 128 bits, as decimal text, chosen by the client: the same id is always answered the same. */
export const TradeId = z
  .string()
  .regex(/^\d{1,39}$/, 'decimal digits')
  .refine((text) => /^\d{1,39}$/.test(text) && BigInt(text) < IDS, 'below 2^128')
export type TradeId = z.infer<typeof TradeId>

/** A person, an address, a device or a network, in the shop's own words; the core is given a keyed hash and never the words. */
const Who = z.string().trim().min(1).max(200)

/** How a request looked on its way; a repeat over another network is still the same request. */
export const TradeSignals = z.strictObject({
  source: Who.optional(),
  device: Who.optional(),
  accountAgeDays: Count.max(65_535).optional(),
  verified: z.boolean().optional(),
  newAddress: z.boolean().optional(),
  newDevice: z.boolean().optional(),
  proxyNetwork: z.boolean().optional(),
})
export type TradeSignals = z.infer<typeof TradeSignals>

export const TradeLine = z.strictObject({
  item: TradeItemRef,
  /** Judged by the core, which answers `quantity_invalid` for what is not to be had. */
  quantity: Int,
  /** Version of the price the buyer was shown; left out: any. */
  version: Count.max(INT_MAX).optional(),
  /** The line is a present: `alternative` is given when it is gone, and the order stands without it where it may be missing. */
  gift: z.strictObject({ alternative: TradeItemRef.optional(), mayBeMissing: z.boolean().default(false) }).optional(),
})

/** `issuedAt`: when the client made the request; repeats keep it. */
const head = { id: TradeId, issuedAt: z.iso.datetime({ offset: true }) }

/** What can be asked of the order core. Codes and details of the answers: docs/order-core.md. */
export const TradeCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('reserve'),
    buyer: Who,
    address: Who.optional(),
    /** Due at once: the whole price, or the deposit of a presale. */
    amountCents: Cents,
    holdSeconds: Count.max(30 * 86_400).optional(),
    /** Stock is taken at payment: sold at once. */
    paid: z.boolean().default(false),
    signals: TradeSignals.default({}),
    lines: z.array(TradeLine).min(1).max(32),
  }),
  z.strictObject({ ...head, kind: z.literal('pay'), order: TradeId, amountCents: Cents }),
  z.strictObject({
    ...head,
    kind: z.literal('payDeposit'),
    order: TradeId,
    amountCents: Cents,
    balanceCents: Cents,
  }),
  z.strictObject({ ...head, kind: z.literal('release'), order: TradeId }),
  z.strictObject({
    ...head,
    kind: z.literal('returnGoods'),
    order: TradeId,
    item: TradeItemRef,
    quantity: Int,
    /** The goods cannot be sold again. */
    scrap: z.boolean().default(false),
    /** The buyer may buy these units again under the limits. */
    restoreLimit: z.boolean().default(false),
  }),
])
export type TradeCommand = z.output<typeof TradeCommand>

/** POST …/trade/commands — each command stands alone; they are decided in this order with nothing in between. */
export const SubmitTrade = z.strictObject({ commands: z.array(TradeCommand).min(1).max(1000) })
export type SubmitTrade = z.output<typeof SubmitTrade>

export const TradeAnswer = z.object({
  id: z.string(),
  /** A closed list of words, e.g. accepted, out_of_stock. */
  code: z.string(),
  accepted: z.boolean(),
  /** Line that a refusal is about, from 0. */
  line: Count,
  /** The id was answered before: this is that answer. */
  repeated: z.boolean(),
  giftAlternative: z.boolean(),
  giftLeftOut: z.boolean(),
  /** By code: how many could be had, the version in force, the second before which to pay … */
  detail: z.number().int(),
  /** What to do, unless it was accepted. */
  message: z.string().optional(),
  messageEn: z.string().optional(),
})
export type TradeAnswer = z.infer<typeof TradeAnswer>
/** `retryAfterMs`: for the answers `busy`, when to come again with the same ids. */
export const TradeAnswers = z.object({ answers: z.array(TradeAnswer), retryAfterMs: Count.optional() })
export type TradeAnswers = z.infer<typeof TradeAnswers>

/** An order as the core knows it: unpaid, paid, or closed within a fortnight. */
export const TradeOrder = z.object({
  id: z.string(),
  state: z.enum(['held', 'locked', 'sold', 'released', 'lapsed', 'refundDue']),
  presale: z.boolean(),
  depositPaid: z.boolean(),
  amountCents: Cents,
  /** When the hold, the balance window or the retention ends. */
  deadline: z.string(),
  lines: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      quantity: Count,
      returned: Count,
      gift: z.boolean(),
      alternative: z.boolean(),
    }),
  ),
})
export type TradeOrder = z.infer<typeof TradeOrder>
