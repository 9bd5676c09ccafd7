import type { KeyboardEvent } from 'react'

export type Spot = { row: number; column: number }

type Grid = {
  rows: number
  columns: number
  spot: Spot
  move: (spot: Spot) => void
  open: (typed: string | null) => void
  lock: () => void
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
}

const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max)

/** What the keys do on the grid while no cell is open: the pattern of spreadsheets and of WAI-ARIA grids. */
export function gridKeys({ rows, columns, spot, move, open, lock }: Grid) {
  return (event: KeyboardEvent): void => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = MOVES[key]
    if (step) move({ row: clamp(spot.row + step[0], rows - 1), column: clamp(spot.column + step[1], columns - 1) })
    else if (key === 'Home') move({ ...spot, column: 0 })
    else if (key === 'End') move({ ...spot, column: columns - 1 })
    else if (key === 'Enter' || key === 'F2') open(null)
    else if (key === 'Delete' || key === 'Backspace') open('')
    else if (key === 'l' || key === 'L') lock()
    else if (/^[\d¥.]$/.test(key)) open(key)
    else return
    event.preventDefault()
  }
}
