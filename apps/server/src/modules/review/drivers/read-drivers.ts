import { type DriverEffect as Effect, type SalesSide, salesDrivers } from '@zhanggui/analysis'
import type { DriverEffect } from '@zhanggui/contract'
import { getMetric } from '@zhanggui/metrics'
import { numberOf, type Reader, type Row, readTotals } from './read-figures.ts'
import type { Days } from './resolve-sides.ts'

const DRIVER_METRICS = ['paid', 'uv', 'buyers', 'cvr', 'aov']
/** Metrics that are paid sales, or paid sales less something that has days of its own. */
const LESS: Readonly<Record<string, readonly string[]>> = { paid: [], netPaid: ['refunded'] }

export const hasDrivers = (metric: string): boolean => LESS[metric] !== undefined
export const driverMetrics = (metric: string): string[] => [...DRIVER_METRICS, ...(LESS[metric] ?? [])]

const sideOf = (row: Row): SalesSide => ({
  paidCents: numberOf(row.paid) ?? 0,
  uv: numberOf(row.uv),
  buyers: numberOf(row.buyers),
  cvr: numberOf(row.cvr),
  aovCents: numberOf(row.aov),
})

function named({ id, from, to, effect }: Omit<Effect, 'id'> & { id: string }): DriverEffect {
  const { nameZh, nameEn } = getMetric(id)
  return { id, nameZh, nameEn, from, to, effect }
}

/**
 * Why paid sales changed, driver by driver, and for net sales what refunds took on top.
 * Shape: effects in fen that add up to the metric's change; empty for a metric without drivers, or with sales but nobody known.
 */
export async function readDrivers(
  reader: Reader,
  metric: string,
  sides: { current: Days; earlier: Days },
): Promise<DriverEffect[]> {
  const metrics = driverMetrics(metric)
  const [current, earlier] = await Promise.all([
    readTotals(reader, metrics, sides.current),
    readTotals(reader, metrics, sides.earlier),
  ])
  const drivers = salesDrivers(sideOf(earlier), sideOf(current))
  if (drivers.length === 0) return []
  const taken = (LESS[metric] ?? []).map((id) => {
    const [from, to] = [numberOf(earlier[id]), numberOf(current[id])]
    return named({ id, from, to, effect: (from ?? 0) - (to ?? 0) })
  })
  return [...drivers.map(named), ...taken]
}
