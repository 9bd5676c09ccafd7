import type { AfterSaleCase, LifeLine, LineUnits, OrderLife, Parcel } from './order-life.ts'

const hasLeft = ({ state }: Parcel): boolean => state !== 'planned' && state !== 'dropped'

const sumOf = (parts: readonly LineUnits[], lineId: string): number =>
  parts.reduce((sum, part) => (part.lineId === lineId ? sum + part.units : sum), 0)

/** Whether anything ever left the warehouse. */
export const anyUnitsSent = ({ parcels }: OrderLife): boolean => parcels.some(hasLeft)

/** Units of a line in the order's own parcels (replacements are a case's). */
const unitsInParcels = ({ parcels }: OrderLife, lineId: string, which: (parcel: Parcel) => boolean): number =>
  parcels.reduce((sum, parcel) => (parcel.forCase === '' && which(parcel) ? sum + sumOf(parcel.lines, lineId) : sum), 0)

export const unitsSent = (order: OrderLife, lineId: string): number => unitsInParcels(order, lineId, hasLeft)

const isOver = ({ state }: AfterSaleCase): boolean => state === 'done' || state === 'refused' || state === 'withdrawn'

/** A refund without an agreed amount is of units that were not sent: they are let go. */
export const letsGo = ({ kind, agreedCents }: Pick<AfterSaleCase, 'kind' | 'agreedCents'>): boolean =>
  kind === 'refund' && agreedCents === 0

const unitsInCases = ({ cases }: OrderLife, lineId: string, which: (known: AfterSaleCase) => boolean): number =>
  cases.reduce((sum, known) => (!isOver(known) && which(known) ? sum + sumOf(known.lines, lineId) : sum), 0)

/** Units of a line that may still be let go: not sent, and in no other case. */
export const unitsUnsent = (order: OrderLife, line: LifeLine): number =>
  line.units - line.droppedUnits - unitsSent(order, line.lineId) - unitsInCases(order, line.lineId, letsGo)

/** Units of a line with the buyer, or on their way, that no open case has its hand on. */
export const unitsWithBuyer = (order: OrderLife, line: LifeLine): number =>
  unitsSent(order, line.lineId) - line.backUnits - unitsInCases(order, line.lineId, (known) => !letsGo(known))

/** Units of a line to be put into parcels. */
export const unitsToPlan = (order: OrderLife, line: LifeLine): number =>
  line.units - line.droppedUnits - unitsInParcels(order, line.lineId, ({ state }) => state !== 'dropped')

/** Everything that was not let go has left the warehouse. */
export const isAllSent = (order: OrderLife): boolean =>
  anyUnitsSent(order) && order.lines.every((line) => line.units - line.droppedUnits <= unitsSent(order, line.lineId))

const addTo =
  (field: 'droppedUnits' | 'backUnits') =>
  (order: OrderLife, parts: readonly LineUnits[]): OrderLife => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, [field]: line[field] + sumOf(parts, line.lineId) })),
  })

export const addBack = addTo('backUnits')
export const addDropped = addTo('droppedUnits')

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
