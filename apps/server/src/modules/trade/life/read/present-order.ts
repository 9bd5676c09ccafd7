import type { AfterSaleCaseView, ShopOrder, ShopParcel } from '@zhanggui/contract'
import { type AfterSaleCase, duePayment, keptCents, lateReason, type Parcel } from '@zhanggui/orders'
import type { ShopOrderRow } from '../schema.ts'
import { caseWords } from './case-words.ts'

export const instantOf = (ms: number): string | null => (ms === 0 ? null : new Date(ms).toISOString())

export function presentParcel(parcel: Parcel, now: Date): ShopParcel {
  const { promisedAt, sentAt, scannedAt, deliveredAt, lines, ...plain } = parcel
  return {
    ...plain,
    lines: [...lines],
    promisedAt: instantOf(promisedAt),
    sentAt: instantOf(sentAt),
    scannedAt: instantOf(scannedAt),
    deliveredAt: instantOf(deliveredAt),
    late: lateReason(parcel, now.getTime()),
  }
}

export const presentCase = (known: AfterSaleCase): AfterSaleCaseView => {
  const { caseId, kind, state, reason, lines, agreedCents, refundCents, dueAt } = known
  const told = { caseId, kind, state, reason, lines: [...lines], agreedCents, refundCents }
  return { ...told, dueAt: instantOf(dueAt), ...caseWords(known) }
}

/** An order as lists show it. */
export function presentShopOrder(row: ShopOrderRow, now: Date): ShopOrder {
  const { life } = row
  const shown = life.parcels.filter(({ state }) => state !== 'dropped')
  return {
    orderId: row.id,
    stage: life.stage,
    cancelReason: life.cancelReason,
    payableCents: life.payableCents,
    depositCents: life.depositCents,
    keptCents: keptCents(life),
    dueCents: duePayment(life)?.cents ?? null,
    units: life.lines.reduce((sum, { units }) => sum + units, 0),
    parcels: shown.length,
    openCases: row.openCases,
    lateParcels: shown.filter((parcel) => lateReason(parcel, now.getTime()) !== null).length,
    province: row.place.province,
    placedAt: row.placedAt.toISOString(),
    holdUntil: new Date(life.holdUntil).toISOString(),
    paidAt: instantOf(life.paidAt),
    shippedAt: instantOf(life.shippedAt),
    receivedAt: instantOf(life.receivedAt),
  }
}
