import { useCallback, useState } from 'react'

/** Rows of one height of which only those near the view are drawn, so that thousands cost no more than forty. */
export const ROW_PX = 40
const OVERSCAN = 8

export type Window = { first: number; last: number; before: number; after: number }

export function useWindow(rows: number, heightPx: number) {
  const [top, setTop] = useState(0)
  const onScroll = useCallback((scrolled: number) => setTop(Math.floor(scrolled / ROW_PX)), [])
  const first = Math.max(0, Math.min(top - OVERSCAN, rows - 1))
  const last = Math.min(rows, top + Math.ceil(heightPx / ROW_PX) + OVERSCAN)
  const shown: Window = { first, last, before: first * ROW_PX, after: Math.max(0, rows - last) * ROW_PX }
  return { shown, onScroll }
}
