import type { LifeLine, LineUnits, OrderLife, Parcel } from './order-life.ts'

const isGone = ({ state }: Parcel): boolean => state !== 'planned' && state !== 'dropped'

const sumOf = (parts: readonly LineUnits[], lineId: string): number =>
  parts.reduce((sum, part) => (part.lineId === lineId ? sum + part.units : sum), 0)

/** Whether anything ever left the warehouse. */
export const unitsGone = ({ parcels }: OrderLife): boolean => parcels.some(isGone)

/** Units of a line that the order's own parcels carry (replacements are a case's). */
export const unitsInParcels = ({ parcels }: OrderLife, lineId: string, which: (parcel: Parcel) => boolean): number =>
  parcels.reduce((sum, parcel) => (parcel.forCase === '' && which(parcel) ? sum + sumOf(parcel.lines, lineId) : sum), 0)

export const unitsSent = (order: OrderLife, lineId: string): number => unitsInParcels(order, lineId, isGone)

/** Units of a line that an after-sale case has its hand on. */
const unitsInCases = ({ cases }: OrderLife, lineId: string): number =>
  cases.reduce((sum, { state, lines, agreedCents }) => {
    const isOver = state === 'done' || state === 'refused' || state === 'withdrawn'
    return isOver || agreedCents > 0 ? sum : sum + sumOf(lines, lineId)
  }, 0)

/** Units of a line that a new case may still be about. */
export const unitsFree = (order: OrderLife, line: LifeLine): number =>
  line.units - line.backUnits - unitsInCases(order, line.lineId)

/** Units of a line still to be put into a parcel. */
export const unitsToPlan = (order: OrderLife, line: LifeLine): number =>
  line.units - line.backUnits - unitsInParcels(order, line.lineId, ({ state }) => state !== 'dropped')

/** Everything that stays with the buyer has left the warehouse. */
export const isAllSent = (order: OrderLife): boolean =>
  order.lines.every(
    (line) => line.units - line.backUnits <= unitsSent(order, line.lineId) || line.units === line.backUnits,
  ) && order.lines.some((line) => unitsSent(order, line.lineId) > 0)

/** Adds units that came back to their lines. */
export const addBack = (order: OrderLife, parts: readonly LineUnits[]): OrderLife => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, backUnits: line.backUnits + sumOf(parts, line.lineId) })),
})

/** Whether the parts name known lines, each once, with whole units above zero. */
export function unitsFault(
  order: OrderLife,
  parts: readonly LineUnits[],
): 'line_unknown' | 'units_invalid' | undefined {
  const seen = new Set<string>()
  for (const { lineId, units } of parts) {
    if (!order.lines.some((line) => line.lineId === lineId)) return 'line_unknown'
    if (!Number.isSafeInteger(units) || units <= 0 || seen.has(lineId)) return 'units_invalid'
    seen.add(lineId)
  }
  return parts.length === 0 ? 'units_invalid' : undefined
}
