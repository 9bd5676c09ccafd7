import { firstUnits, unitCut, unitPart } from '../../../src/index.ts'
import type { Case } from '../case.ts'

/** Every unit would be slow for 20,000 of them, and none is special. */
const UNITS_MAX = 40

/** The units of a line add up to it, layer by layer, and none of them is paid less than nothing or cut by less than nothing. */
export function unitsAddUp({ priced }: Case): string | undefined {
  for (const { lineId, quantity, listedCents, payableCents, cuts } of priced.lines) {
    if (quantity > UNITS_MAX) continue
    const units = Array.from({ length: quantity }, (_, unit) => unit)
    const add = (part: (unit: number) => number): number => units.reduce((sum, unit) => sum + part(unit), 0)
    if (add((unit) => unitPart(payableCents, quantity, unit)) !== payableCents)
      return `units of ${lineId} do not add up`
    if (firstUnits(payableCents, quantity, quantity) !== payableCents) return `first units of ${lineId}`
    let before = listedCents
    for (const { ruleId, cents } of cuts) {
      const parts = units.map((unit) => unitCut(before, cents, quantity, unit))
      if (parts.some((part) => part < 0)) return `${ruleId} gives a unit of ${lineId} less than nothing`
      if (parts.reduce((sum, part) => sum + part, 0) !== cents) return `units of ${ruleId} on ${lineId} do not add up`
      before -= cents
    }
  }
  return undefined
}
