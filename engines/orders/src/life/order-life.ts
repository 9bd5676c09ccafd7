/**
 * Where an order stands. `settling`: money came, and stock and coupons are being made definite; `deposit`: a presale whose deposit is
 * in; `paid`: to be sent or partly sent; `shipped`: everything that stays is on its way.
 */
export const LIFE_STAGES = ['placed', 'settling', 'deposit', 'paid', 'shipped', 'received', 'cancelled'] as const
export type LifeStage = (typeof LIFE_STAGES)[number]

/** Why an order ended early. `forfeited`: the balance of a presale was not paid, and its deposit stays with the shop. */
export const CANCEL_REASONS = [
  'buyer',
  'shop',
  'lapsed',
  'forfeited',
  'stock_gone',
  'coupons_gone',
  'unverified',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** Which part of the price a payment is: `extra` is one that nobody asked for, and goes back whole. */
export type PaymentPart = 'whole' | 'deposit' | 'balance' | 'extra'

export type Payment = {
  paymentId: string
  part: PaymentPart
  cents: number
  /** Promised back and not confirmed yet; confirmed. */
  refundDueCents: number
  refundedCents: number
}

/** One line. `droppedUnits` were let go before they were sent; `backUnits` came back after they were. */
export type LifeLine = {
  lineId: string
  skuId: string
  units: number
  payableCents: number
  droppedUnits: number
  backUnits: number
}

export type LineUnits = { lineId: string; units: number }

export const PARCEL_STATES = ['planned', 'sent', 'delivered', 'lost', 'dropped'] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

/** Goods from one warehouse. `forCase`: a replacement for this after-sale case. Instants are UTC ms, 0 for none. */
export type Parcel = {
  parcelId: string
  warehouse: string
  carrier: string
  trackingNo: string
  promisedAt: number
  state: ParcelState
  lines: readonly LineUnits[]
  forCase: string
  sentAt: number
  scannedAt: number
  deliveredAt: number
}

/** 退货退款, 换货, 补发, 仅退款. */
export const CASE_KINDS = ['return', 'exchange', 'reissue', 'refund'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** `replacing`: a replacement is being taken from stock; `sending`: it is to go out or on its way. */
export const CASE_STATES = [
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
export type CaseState = (typeof CASE_STATES)[number]

/** `isOpen` while it may still change something. `agreedCents`: what is given for goods that stay; 0 for goods that come back. */
export type AfterSaleCase = {
  caseId: string
  kind: CaseKind
  state: CaseState
  reason: string
  lines: readonly LineUnits[]
  agreedCents: number
  refundCents: number
  /** What came back cannot be sold again. */
  scrap: boolean
  /** When the step that runs now is over by itself; 0: it has no end of its own. */
  dueAt: number
}

/** Where stock and coupons of the order stand, as far as this machine was told. */
export type HoldState = 'held' | 'taken' | 'free'

/** A second check of the buyer, which has to be passed before `until` (UTC ms) and before anything is paid. */
export type BuyerCheck = { state: 'waiting' | 'passed'; until: number }

/** Money is whole minor units, instants UTC ms. `effects`: how many effects were ever given out; `open`: those not answered. */
export type OrderLife = {
  orderId: string
  stage: LifeStage
  cancelReason: CancelReason | null
  payableCents: number
  depositCents: number
  placedAt: number
  holdUntil: number
  /** Only there where risk asked for it. */
  check?: BuyerCheck
  paidAt: number
  shippedAt: number
  receivedAt: number
  stock: HoldState
  coupons: HoldState
  lines: readonly LifeLine[]
  payments: readonly Payment[]
  parcels: readonly Parcel[]
  cases: readonly AfterSaleCase[]
  effects: number
  open: readonly { n: number; kind: EffectKind; caseId: string; paymentId: string; cents: number }[]
}

export const EFFECT_KINDS = [
  'takeStock',
  'useCoupons',
  'releaseStock',
  'releaseCoupons',
  'returnStock',
  'giveBack',
  'takeReplacement',
  'refundPayment',
] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]
