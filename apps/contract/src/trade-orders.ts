import { z } from 'zod'
import { PlaceOrder } from './promotions-orders.ts'
import { PriceAnswer } from './promotions-price.ts'
import { PromotionCents } from './promotions-rules.ts'

const Cents = PromotionCents
const Count = z.number().int().min(0)
const Id = z.string().min(1).max(80)
const Instant = z.iso.datetime()
const Text = z.string().trim().max(300)

export const SHOP_ORDER_STAGES = ['placed', 'settling', 'deposit', 'paid', 'shipped', 'received', 'cancelled'] as const
export const ShopOrderStage = z.enum(SHOP_ORDER_STAGES)
export type ShopOrderStage = z.infer<typeof ShopOrderStage>

/** What the storefront saw of a request; the risk of an order is judged by it. Identifiers are hashed at the door. */
export const ShopOrderSignals = z.strictObject({
  source: z.string().max(200).optional(),
  device: z.string().max(200).optional(),
  accountAgeDays: z.number().int().min(0).max(65_535).default(0),
  verified: z.boolean().default(false),
  newAddress: z.boolean().default(false),
  newDevice: z.boolean().default(false),
  proxyNetwork: z.boolean().default(false),
})

/**
 * POST …/orders — an order is placed: priced, its coupons locked, its stock held and its risk judged, all or nothing. The same
 * `orderId` with the same cart again gives the same answer.
 */
export const PlaceShopOrder = PlaceOrder.extend({
  /** Where it goes, as far as it is stored; nobody's street is. */
  province: Text.default(''),
  city: Text.default(''),
  /** Tells apart the addresses of a buyer; hashed. */
  addressKey: z.string().max(200).optional(),
  device: z.string().max(40).default(''),
  campaign: z.string().max(80).default(''),
  signals: ShopOrderSignals.optional(),
})
export type PlaceShopOrder = z.input<typeof PlaceShopOrder>

export const ShopLineUnits = z.strictObject({ lineId: Id, units: z.number().int().min(1).max(1_000_000) })

export const ShopOrderLine = z.object({
  lineId: z.string(),
  skuId: z.string(),
  title: z.string(),
  units: Count,
  payableCents: Cents,
  droppedUnits: Count,
  backUnits: Count,
})

export const ShopOrderPayment = z.object({
  paymentId: z.string(),
  part: z.enum(['whole', 'deposit', 'balance', 'extra']),
  cents: Cents,
  refundDueCents: Cents,
  refundedCents: Cents,
})

export const ShopParcel = z.object({
  parcelId: z.string(),
  warehouse: z.string(),
  carrier: z.string(),
  trackingNo: z.string(),
  state: z.enum(['planned', 'sent', 'delivered', 'lost', 'dropped']),
  lines: z.array(z.object({ lineId: z.string(), units: Count })),
  forCase: z.string(),
  promisedAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  scannedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  /** Will not make its promise, or has not; found before it passes. `null`: nothing is promised, or it is in time. */
  late: z.enum(['not_sent', 'silent', 'slow', 'overdue', 'lost']).nullable(),
})
export type ShopParcel = z.infer<typeof ShopParcel>

export const AFTER_SALE_KINDS = ['return', 'exchange', 'reissue', 'refund'] as const
export const AFTER_SALE_STATES = [
  'asked',
  'agreed',
  'goodsBack',
  'replacing',
  'sending',
  'refunding',
  'done',
  'refused',
  'withdrawn',
] as const

export const AfterSaleCaseView = z.object({
  caseId: z.string(),
  kind: z.enum(AFTER_SALE_KINDS),
  state: z.enum(AFTER_SALE_STATES),
  reason: z.string(),
  lines: z.array(z.object({ lineId: z.string(), units: Count })),
  agreedCents: Cents,
  refundCents: Cents,
  /** When the step that runs ends by itself. */
  dueAt: Instant.nullable(),
  /** For the buyer: what happens now and by when. */
  messageZh: z.string(),
  messageEn: z.string(),
})
export type AfterSaleCaseView = z.infer<typeof AfterSaleCaseView>

export const ShopOrder = z.object({
  orderId: z.string(),
  stage: ShopOrderStage,
  cancelReason: z.string().nullable(),
  payableCents: Cents,
  depositCents: Cents,
  /** Came in, less what went or is to go back. */
  keptCents: Cents,
  /** What is to be paid next; `null` when nothing is. */
  dueCents: Cents.nullable(),
  units: Count,
  parcels: Count,
  openCases: Count,
  lateParcels: Count,
  province: z.string(),
  placedAt: Instant,
  holdUntil: Instant,
  paidAt: Instant.nullable(),
  shippedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
})
export type ShopOrder = z.infer<typeof ShopOrder>

/** One thing that happened; `zh` and `en` say it. */
export const ShopOrderEvent = z.object({
  number: Count,
  at: Instant,
  kind: z.string(),
  cents: Cents.nullable(),
  zh: z.string(),
  en: z.string(),
})
export type ShopOrderEvent = z.infer<typeof ShopOrderEvent>

/** Something that an order still waits for. */
export const ShopOrderEffect = z.object({
  n: Count,
  kind: z.string(),
  tries: Count,
  nextAt: Instant,
  lastError: z.string().nullable(),
})

export const ShopOrderDetail = ShopOrder.extend({
  lines: z.array(ShopOrderLine),
  payments: z.array(ShopOrderPayment),
  parcelList: z.array(ShopParcel),
  cases: z.array(AfterSaleCaseView),
  events: z.array(ShopOrderEvent),
  waiting: z.array(ShopOrderEffect),
  attempts: z.array(
    z.object({
      attemptId: z.string(),
      provider: z.string(),
      cents: Cents,
      state: z.enum(['sent', 'unsure', 'charged', 'failed']),
      sentAt: Instant,
      answeredAt: Instant.nullable(),
    }),
  ),
})
export type ShopOrderDetail = z.infer<typeof ShopOrderDetail>

export const PlacedShopOrder = ShopOrder.extend({ price: PriceAnswer })
export type PlacedShopOrder = z.infer<typeof PlacedShopOrder>

/** GET …/orders — newest first. */
export const ShopOrderQuery = z.object({
  stage: ShopOrderStage.optional(),
  /** Only orders with an open after-sale case, or with a parcel that is late. */
  needs: z.enum(['afterSale', 'late']).optional(),
  /** Beginning of an order's number. */
  search: z.string().trim().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type ShopOrderQuery = z.input<typeof ShopOrderQuery>
export const ShopOrderPage = z.object({
  orders: z.array(ShopOrder),
  total: Count,
  counts: z.array(z.object({ stage: ShopOrderStage, orders: Count })),
})
export type ShopOrderPage = z.infer<typeof ShopOrderPage>

/** POST …/orders/{order}/commands — what people and systems of the shop may ask of an order. */
export const ShopOrderCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancel'), by: z.enum(['buyer', 'shop']) }),
  z.strictObject({ kind: z.literal('sendParcel'), parcelId: Id, carrier: Text, trackingNo: Id }),
  z.strictObject({ kind: z.literal('scanParcel'), parcelId: Id }),
  z.strictObject({ kind: z.literal('deliverParcel'), parcelId: Id }),
  z.strictObject({ kind: z.literal('loseParcel'), parcelId: Id }),
  z.strictObject({ kind: z.literal('receive'), by: z.literal('buyer') }),
  z.strictObject({
    kind: z.literal('askAfterSale'),
    caseId: Id,
    caseKind: z.enum(AFTER_SALE_KINDS),
    lines: z.array(ShopLineUnits).min(1).max(200),
    /** For goods that stay; 0 when they come back or were never sent. */
    agreedCents: Cents.default(0),
    reason: Text.default(''),
  }),
  z.strictObject({ kind: z.literal('agreeCase'), caseId: Id, by: z.literal('shop').default('shop') }),
  z.strictObject({ kind: z.literal('refuseCase'), caseId: Id }),
  z.strictObject({ kind: z.literal('withdrawCase'), caseId: Id, by: z.literal('buyer').default('buyer') }),
  z.strictObject({ kind: z.literal('goodsCameBack'), caseId: Id, scrap: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('settleCase'), caseId: Id, by: z.literal('shop').default('shop') }),
])
export type ShopOrderCommand = z.input<typeof ShopOrderCommand>

/** POST …/orders/{order}/plan — parcels for all that is not planned yet. */
export const ParcelPlanAnswer = z.object({ parcels: z.array(ShopParcel) })
