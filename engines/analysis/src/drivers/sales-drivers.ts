import { decomposeWhole, type Effect, type Factor } from './decompose-product.ts'

/** What a period sold, with rates as the metric catalogue states them: `null` where nobody came, or nobody bought. */
export type SalesSide = {
  paidCents: number
  /** Visitors; null where visits were not recorded. */
  uv: number | null
  buyers: number | null
  cvr: number | null
  aovCents: number | null
}

export type DriverId = 'uv' | 'cvr' | 'buyers' | 'aov'

/** A driver on both sides and what its change did to the amount, fen. */
export type DriverEffect = { id: DriverId; from: number | null; to: number | null; effect: number }

type Sides = { id: DriverId; from: number | null; to: number | null }

const sides = (id: DriverId, before: number | null, after: number | null): Sides => ({ id, from: before, to: after })

/** A rate of nothing is not zero: where one side has none, it has not changed, and what fell is the number of people. */
const asFactor = ({ id, from, to }: Sides): Factor => ({ id, from: from ?? to ?? 0, to: to ?? from ?? 0 })

function driversOf(before: SalesSide, after: SalesSide): Sides[] {
  const aov = sides('aov', before.aovCents, after.aovCents)
  if (before.uv !== null && after.uv !== null)
    return [sides('uv', before.uv, after.uv), sides('cvr', before.cvr, after.cvr), aov]
  if (before.buyers !== null && after.buyers !== null) return [sides('buyers', before.buyers, after.buyers), aov]
  return []
}

/**
 * Why the paid amount changed: paid = UV × CVR × AOV, or buyers × AOV where visits were not recorded.
 * Shape: one effect a driver, whole fen, which add up to `after − before` exactly; none where neither people nor visits are known.
 * Source: `decomposeProduct` (log-mean Divisia index, Shapley where a driver is zero or negative), largest remainder.
 */
export function salesDrivers(before: SalesSide, after: SalesSide): DriverEffect[] {
  const drivers = driversOf(before, after)
  const effects: Effect[] = decomposeWhole(drivers.map(asFactor), after.paidCents - before.paidCents)
  return drivers.map((driver, i) => ({ ...driver, effect: effects[i]?.effect ?? 0 }))
}
