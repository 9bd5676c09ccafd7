import type { Cell, Unit } from '@zhanggui/contract'
import type { Format } from '../format/use-format.ts'

type FigureCellProps = {
  value: Cell | undefined
  unit: Unit | null
  format: Format
  /** What hover says beside the digits, e.g. days that are missing. */
  note?: string
}

/** A figure in a table: amounts and counts in full, rates with one decimal; hover gives every digit. */
export function FigureCell({ value, unit, format, note = '' }: FigureCellProps) {
  const exact = format.exact(value, unit)
  const inFull = unit === 'money' || unit === 'count' || unit === null
  return (
    <span title={note === '' ? exact : `${exact} · ${note}`} data-value={value ?? ''}>
      {inFull ? exact : format.short(value, unit)}
    </span>
  )
}
