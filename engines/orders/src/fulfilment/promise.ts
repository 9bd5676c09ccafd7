import { hoursMs } from '../life/life-policy.ts'
import { type Carrier, transitDays, type Warehouse } from './warehouse.ts'

const DAY_MS = hoursMs(24)

export type Delivery = { carrierId: string; promisedAt: number; parcelCents: number }

/**
 * When a parcel will be there, and by whom. The cheapest carrier that serves the province and keeps `promiseBy` (0: no wish) is taken,
 * else the fastest. `slackDays` is added to what is told to the buyer, so that an ordinary day late keeps the promise.
 * `undefined`: no carrier serves the province.
 */
export function promiseDelivery(ask: {
  warehouse: Warehouse
  carriers: readonly Carrier[]
  province: string
  paidAt: number
  promiseBy: number
  slackDays: number
}): Delivery | undefined {
  const { warehouse, carriers, province, paidAt, promiseBy, slackDays } = ask
  const options = carriers
    .filter(({ excludes }) => !excludes.includes(province))
    .map(({ carrierId, days, parcelCents }) => {
      const travel = Math.max(0, transitDays(warehouse, province) + days) * DAY_MS
      return { carrierId, parcelCents, arrivesAt: paidAt + hoursMs(warehouse.dispatchHours) + travel }
    })
    .sort((a, b) => a.parcelCents - b.parcelCents || a.arrivesAt - b.arrivesAt || (a.carrierId < b.carrierId ? -1 : 1))
  const inTime = options.find(({ arrivesAt }) => promiseBy === 0 || arrivesAt <= promiseBy)
  const chosen = inTime ?? options.toSorted((a, b) => a.arrivesAt - b.arrivesAt)[0]
  return (
    chosen && {
      carrierId: chosen.carrierId,
      parcelCents: chosen.parcelCents,
      promisedAt: chosen.arrivesAt + slackDays * DAY_MS,
    }
  )
}
