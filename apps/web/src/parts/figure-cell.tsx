import type { Cell, Unit } from '@zhanggui/contract'
import type { Format } from '../format/use-format.ts'

type FigureCellProps = { value: Cell | undefined; unit: Unit | null; format: Format }

/** A figure in a table: amounts and counts in full, rates with one decimal; hover gives every digit. */
export function FigureCell({ value, unit, format }: FigureCellProps) {
  const exact = format.exact(value, unit)
  const inFull = unit === 'money' || unit === 'count' || unit === null
  return (
    <span title={exact} data-value={value ?? ''}>
      {inFull ? exact : format.short(value, unit)}
    </span>
  )
}
