import type { CaseKind, LineUnits, Parcel } from './order-life.ts'

export type ParcelPlan = Pick<Parcel, 'parcelId' | 'warehouse' | 'carrier' | 'promisedAt' | 'lines'>

/**
 * What may be asked of an order. Each names what it is about (payment, parcel, case, effect), so that the same command again
 * changes nothing. The last group are answers to effects (`n`), which come as often and as late as the adapters like.
 */
export type LifeCommand =
  | { kind: 'takeMoney'; paymentId: string; cents: number }
  | { kind: 'passCheck' }
  | { kind: 'failCheck'; by: 'buyer' | 'time' }
  | { kind: 'cancel'; by: 'buyer' | 'shop' | 'time' }
  | { kind: 'planParcels'; parcels: readonly ParcelPlan[] }
  | { kind: 'sendParcel'; parcelId: string; carrier: string; trackingNo: string }
  | { kind: 'scanParcel'; parcelId: string }
  | { kind: 'deliverParcel'; parcelId: string }
  | { kind: 'loseParcel'; parcelId: string }
  | { kind: 'receive'; by: 'buyer' | 'time' }
  | {
      kind: 'askAfterSale'
      caseId: string
      caseKind: CaseKind
      lines: readonly LineUnits[]
      agreedCents: number
      reason: string
    }
  | { kind: 'agreeCase'; caseId: string; by: 'shop' | 'time' }
  | { kind: 'refuseCase'; caseId: string }
  | { kind: 'withdrawCase'; caseId: string; by: 'buyer' | 'time' }
  | { kind: 'goodsCameBack'; caseId: string; scrap: boolean }
  | { kind: 'settleCase'; caseId: string; by: 'shop' | 'time' }
  | LifeAnswer

export type LifeAnswer =
  | { kind: 'stockTaken'; n: number }
  | { kind: 'stockGone'; n: number }
  /** `holdUntil`: until when a presale's balance can be paid, UTC ms. */
  | { kind: 'couponsUsed'; n: number; holdUntil: number }
  | { kind: 'couponsGone'; n: number }
  | { kind: 'replacementTaken'; n: number }
  | { kind: 'replacementGone'; n: number }
  /** What a return came to by the rules that the order was bought under. */
  | { kind: 'gaveBack'; n: number; cents: number }
  /** Released, returned or refunded as asked. */
  | { kind: 'effectDone'; n: number }

export type LifeCommandKind = LifeCommand['kind']

/** Why a command was refused; nothing changed then. In the order of checks. */
export const LIFE_REFUSALS = [
  'wrong_stage',
  'settling_now',
  'amount_differs',
  'parcel_unknown',
  'parcel_exists',
  'parcel_state',
  'case_unknown',
  'case_exists',
  'case_state',
  'line_unknown',
  'units_invalid',
  'units_differ',
  'already_sent',
  'not_delivered',
  'after_sale_over',
  'amount_invalid',
] as const
export type LifeRefusal = (typeof LIFE_REFUSALS)[number]
