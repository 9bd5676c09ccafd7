import type { OpenDay, Shop } from '../shop.ts'
import type { Device } from '../traffic/devices.ts'
import { arrivalTime } from '../traffic/hours.ts'

/** Planted: share of orders in presale days that are deposit orders, the deposit, and how many pay the balance. */
export const PRESALE = { itemShare: 0.55, depositShare: 0.1, balanceRate: 0.9 }

export type PaymentDecision = { presale: boolean; payment: { index: number; at: number } | null }

const payRateOn = (shop: Shop, index: number, device: Device): number => {
  const { lossPoint } = shop.incidents
  const struck = device.name === lossPoint.device && lossPoint.from <= index && index <= lossPoint.to
  return struck ? lossPoint.payRate : device.payRate
}

/**
 * Whether and when an order is paid. A presale's payment is that of its balance, on the campaign's balance day, which may
 * lie beyond the market's last day; its `payment` then stands, and the order is still open.
 */
export function decidePayment(
  shop: Shop,
  { mood, rng, weather }: OpenDay,
  order: { device: Device; paidAt: number },
): PaymentDecision {
  const presale = mood.balanceIndex !== null && rng.next() < PRESALE.itemShare
  if (presale && mood.balanceIndex !== null) {
    const balanceDay = shop.moods[mood.balanceIndex]
    const dueAt =
      (balanceDay?.startMs ?? mood.startMs + (mood.balanceIndex - mood.index) * 86_400_000) + arrivalTime(mood, rng)
    return { presale, payment: rng.next() < PRESALE.balanceRate ? { index: mood.balanceIndex, at: dueAt } : null }
  }
  const paid = rng.next() < payRateOn(shop, mood.index, order.device) * (weather?.payFactor(order.paidAt) ?? 1)
  return { presale: false, payment: paid ? { index: mood.index, at: order.paidAt } : null }
}
