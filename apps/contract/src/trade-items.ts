import { z } from 'zod'

const Count = z.number().int().nonnegative()
const Instant = z.iso.datetime({ offset: true })
/** What the engine holds in one order line, and in one item. */
const UNITS_MAX = 1_000_000_000
const LIMIT_MAX = 1_000_000

/** What the shop calls an item of stock: a SKU id, the id of a gift, of a coupon batch, of a bundle. */
export const TradeItemRef = z.string().trim().min(1).max(64)

export const TRADE_ITEM_KINDS = ['sku', 'gift', 'presale', 'store', 'coupon', 'bundle'] as const
export const TradeItemKind = z.enum(TRADE_ITEM_KINDS)
export type TradeItemKind = z.infer<typeof TradeItemKind>

/** What is promised about an item; left out: none. */
export const TradeTerms = z.strictObject({
  /** Units one buyer (one address) may have ordered and not given back. */
  buyerLimit: Count.max(LIMIT_MAX).optional(),
  addressLimit: Count.max(LIMIT_MAX).optional(),
  /** Item whose limits count for this one too: the colours of one product. */
  limitGroup: TradeItemRef.optional(),
  /** Queue before the item whose ticket a buyer needs. */
  gate: Count.max(LIMIT_MAX).optional(),
  /** Version of the price; an order that names another is refused. */
  version: Count.max(UNITS_MAX).optional(),
  /** How long an unpaid order keeps its stock; left out: fifteen minutes. */
  holdSeconds: Count.max(30 * 86_400).optional(),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
  /** Window in which a presale's balance is paid. */
  balanceFrom: Instant.optional(),
  balanceUntil: Instant.optional(),
})
export type TradeTerms = z.infer<typeof TradeTerms>

/** POST …/trade/items — puts an item with its stock into the order core. A bundle has parts instead of stock of its own. */
export const OpenTradeItem = z.strictObject({
  item: TradeItemRef,
  title: z.string().trim().max(120).default(''),
  kind: TradeItemKind.default('sku'),
  stock: Count.max(UNITS_MAX).default(0),
  terms: TradeTerms.default({}),
  parts: z
    .array(z.strictObject({ item: TradeItemRef, units: z.number().int().min(1).max(1000) }))
    .max(16)
    .default([]),
})
export type OpenTradeItem = z.input<typeof OpenTradeItem>

/** POST …/trade/items/{item}/adjust — more or less to sell. The same `id` again is the same adjustment. */
export const AdjustTradeItem = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,39}$/)
    .optional(),
  delta: z
    .number()
    .int()
    .min(-UNITS_MAX)
    .max(UNITS_MAX)
    .refine((delta) => delta !== 0, 'not zero'),
  reason: z.string().trim().min(1).max(200),
})
export type AdjustTradeItem = z.infer<typeof AdjustTradeItem>

/** PUT …/trade/items/{item}/terms — the terms from now on, whole; `closed` stops its sale. */
export const ChangeTradeTerms = z.strictObject({ closed: z.boolean(), terms: TradeTerms })
export type ChangeTradeTerms = z.infer<typeof ChangeTradeTerms>

/** An item and where its units are: `stock` = free + held + locked + sold. A bundle has only what its scarcest part allows free. */
export const TradeItem = z.object({
  item: z.string(),
  /** Its number in binary frames. */
  number: Count,
  title: z.string(),
  kind: TradeItemKind,
  closed: z.boolean(),
  version: Count,
  stock: Count,
  free: Count,
  held: Count,
  locked: Count,
  sold: Count,
})
export type TradeItem = z.infer<typeof TradeItem>

export const TradeItemQuery = z.object({
  /** Part of the id or of the title. */
  q: z.string().trim().max(80).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type TradeItemQuery = z.output<typeof TradeItemQuery>
export const TradeItemPage = z.object({ total: Count, items: z.array(TradeItem) })
export type TradeItemPage = z.infer<typeof TradeItemPage>
