import type { LineUnits } from '../life/order-life.ts'
import { transitDays, type Warehouse } from './warehouse.ts'

export type UnitsToSend = LineUnits & { skuId: string }
export type WarehouseShare = { warehouse: Warehouse; lines: LineUnits[] }

/** What a warehouse could send of what is left. */
function coverage({ stock }: Warehouse, left: readonly UnitsToSend[]): UnitsToSend[] {
  const rest: Record<string, number> = { ...stock }
  return left.flatMap(({ lineId, skuId, units }) => {
    const has = stock === undefined ? units : Math.min(units, rest[skuId] ?? 0)
    rest[skuId] = (rest[skuId] ?? 0) - has
    return has > 0 ? [{ lineId, skuId, units: has }] : []
  })
}

const sum = (lines: readonly UnitsToSend[]): number => lines.reduce((total, { units }) => total + units, 0)

function without(left: readonly UnitsToSend[], taken: readonly UnitsToSend[]): UnitsToSend[] {
  return left.flatMap((line) => {
    const units = line.units - (taken.find(({ lineId }) => lineId === line.lineId)?.units ?? 0)
    return units > 0 ? [{ ...line, units }] : []
  })
}

/**
 * Splits what is to be sent over warehouses: as few parcels as a greedy choice gives (each next one is the warehouse that sends most of
 * what is left), among equals the one that is fastest to the province, then the first by id. One warehouse that has everything is one parcel.
 * Shape: a share a parcel, and the units that no warehouse has.
 */
export function splitOrder(
  lines: readonly UnitsToSend[],
  { warehouses, province }: { warehouses: readonly Warehouse[]; province: string },
): { shares: WarehouseShare[]; missing: UnitsToSend[] } {
  const shares: WarehouseShare[] = []
  let left = [...lines]
  let open = [...warehouses]
  while (left.length > 0) {
    const ranked = open
      .map((warehouse) => ({ warehouse, taken: coverage(warehouse, left) }))
      .filter(({ taken }) => taken.length > 0)
      .sort(
        (a, b) =>
          sum(b.taken) - sum(a.taken) ||
          transitDays(a.warehouse, province) - transitDays(b.warehouse, province) ||
          (a.warehouse.warehouseId < b.warehouse.warehouseId ? -1 : 1),
      )
    const [best] = ranked
    if (!best) break
    shares.push({ warehouse: best.warehouse, lines: best.taken.map(({ lineId, units }) => ({ lineId, units })) })
    left = without(left, best.taken)
    open = open.filter((warehouse) => warehouse !== best.warehouse)
  }
  return { shares, missing: left }
}
