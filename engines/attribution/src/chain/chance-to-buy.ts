import type { Chain } from './build-chain.ts'

/**
 * Chance that a journey ends in a purchase when only the channels that `stays` keeps are there; steps to the others end it.
 * Solves (I − Q)·x = b by elimination; x of the start is the answer.
 */
export function chanceToBuy({ size, next, buy }: Chain, stays: (channel: number) => boolean): number {
  const kept = Array.from({ length: size }, (_, i) => i).filter(stays)
  const width = kept.length + 1
  const rows = [...kept, size].map((from) => {
    const row = new Float64Array(width + 1)
    for (const [column, to] of kept.entries()) row[column] = -(next[from]?.[to] ?? 0)
    row[width] = buy[from] ?? 0
    return row
  })
  for (const [i, row] of rows.entries()) row[i] = (row[i] ?? 0) + 1
  return solveLast(rows, width)
}

/**
 * The last unknown of a system whose matrix is I − Q. Every journey ends, so every channel leads out in the end: the matrix is
 * diagonally dominant, no pivot is zero and none has to be searched.
 */
function solveLast(rows: Float64Array[], width: number): number {
  for (const [i, pivotRow] of rows.entries())
    for (let below = i + 1; below < width; below++) eliminate(rows[below], pivotRow, { at: i, width })
  const last = rows[width - 1]
  return (last?.[width] ?? 0) / (last?.[width - 1] ?? 1)
}

function eliminate(
  row: Float64Array | undefined,
  pivotRow: Float64Array,
  { at, width }: { at: number; width: number },
): void {
  const factor = (row?.[at] ?? 0) / (pivotRow[at] ?? 1)
  if (!row || factor === 0) return
  for (let column = at; column <= width; column++) row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
}
