/** Cells that a workbook shows as one; rows and columns count from 1, both ends included. */
export type Merge = { fromRow: number; toRow: number; fromColumn: number; toColumn: number }

/** One sheet, or one CSV file, as texts. Row 1 is `rows[0]`. */
export type Grid = {
  file: string
  sheet: string | null
  rows: readonly (readonly string[])[]
  merges: readonly Merge[]
}
