import type { LineUnits } from './order-life.ts'

/**
 * What has to happen outside because of a decision. The caller stores effects with the order and carries them out until they are
 * answered; `n` counts within the order, so `orderId` and `n` name one effect for ever and make it harmless to carry out twice.
 */
export type LifeEffect = { n: number } & (
  | { kind: 'takeStock'; part: 'whole' | 'deposit' | 'balance'; cents: number }
  | { kind: 'useCoupons'; part: 'whole' | 'deposit' | 'balance' }
  | { kind: 'releaseStock' }
  | { kind: 'releaseCoupons'; depositBack: boolean }
  | { kind: 'returnStock'; caseId: string; lines: readonly LineUnits[]; scrap: boolean }
  /** `postage`: nothing of the order was or will be sent, so what sending would have cost goes back too. */
  | { kind: 'giveBack'; caseId: string; lines: readonly LineUnits[]; agreedCents: number; postage: boolean }
  | { kind: 'takeReplacement'; caseId: string; lines: readonly LineUnits[] }
  | { kind: 'refundPayment'; caseId: string; paymentId: string; cents: number }
)

/** What happened, for the order's story and for whoever follows it. `caseId`, `parcelId`, `paymentId` where it is about one. */
export type LifeEvent = {
  kind: LifeEventKind
  by?: 'buyer' | 'shop' | 'time'
  caseId?: string
  parcelId?: string
  paymentId?: string
  cents?: number
  reason?: string
}

export const LIFE_EVENTS = [
  'placed',
  'check_passed',
  'money_came',
  'money_extra',
  'deposit_settled',
  'paid',
  'cancelled',
  'parcels_planned',
  'parcel_sent',
  'parcel_scanned',
  'parcel_delivered',
  'parcel_lost',
  'shipped',
  'received',
  'case_asked',
  'case_agreed',
  'case_refused',
  'case_withdrawn',
  'case_goods_back',
  'case_replacing',
  'case_replacement_gone',
  'case_sending',
  'case_refunding',
  'case_done',
  'refund_asked',
  'refund_done',
] as const
export type LifeEventKind = (typeof LIFE_EVENTS)[number]
