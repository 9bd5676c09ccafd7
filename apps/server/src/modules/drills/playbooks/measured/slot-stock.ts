import { substitutesFor } from '@zhanggui/inventory'
import { readStockNow } from '../../../live/board/stock-now.ts'
import type { Measure } from './measure.ts'

/** What is left of the item that a slot shows, and what can stand in, best first. A slot that is not open shows nothing. */
export const measureSlots: Measure = async (context, { store, now }) => {
  const items = await readStockNow(context, store, now)
  const candidates = [...items.values()]
  return (_id, fields) => {
    if (fields.open === false) return { ...fields, stock: null }
    const own = items.get(String(fields.item))
    if (!own) return fields
    const substitutes = substitutesFor(own, candidates).map(({ item }) => item)
    return { ...fields, stock: own.onHand, substitutes: substitutes.join(' ') }
  }
}
