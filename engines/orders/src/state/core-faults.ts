import { readItem } from '../read/read-item.ts'
import { type OrderView, readOrderRow } from '../read/read-order.ts'
import type { Admission } from './admission.ts'

/** Parts of bundles, to count their units where they really are. */
export type BundleParts = ReadonlyMap<number, readonly (readonly [item: number, units: number])[]>

type Sums = { held: number; locked: number; sold: number }

function add(sums: Map<number, Sums>, item: number, column: keyof Sums, units: number): void {
  const sum = sums.get(item) ?? { held: 0, locked: 0, sold: 0 }
  sum[column] += units
  sums.set(item, sum)
}

function addOrder(sums: Map<number, Sums>, order: OrderView, bundles: BundleParts): void {
  if (order.state !== 'held' && order.state !== 'locked' && order.state !== 'sold') return
  for (const line of order.lines)
    for (const [part, units] of bundles.get(line.item) ?? [[line.item, 1] as const])
      add(sums, part, order.state, units * (line.quantity - line.returned))
}

/**
 * What must hold after every frame and every recovery, said without the help of what decides: no column below zero;
 * free + held + locked + sold = stock; held and locked units are those of the orders that hold them, so no unit is stuck with
 * nobody; sold units are at least those of paid orders still known. Gives what does not hold, in words; a sound
 * core: an empty list. Looks at every order.
 */
export function coreFaults(core: Admission, bundles: BundleParts = new Map()): string[] {
  const faults: string[] = []
  const sums = new Map<number, Sums>()
  for (let row = 0; row < core.options.orders; row++) {
    const order = readOrderRow(core, row)
    if (order) addOrder(sums, order, bundles)
  }
  for (let item = 1; item < core.options.items; item++) {
    const stock = readItem(core, item)
    if (!stock || stock.kind === 'bundle') continue
    const { free, held, locked, sold } = stock
    if (Math.min(free, held, locked, sold) < 0)
      faults.push(`item ${item}: a column is below zero: ${JSON.stringify(stock)}`)
    if (free + held + locked + sold !== stock.stock)
      faults.push(`item ${item}: units do not add up: ${JSON.stringify(stock)}`)
    const of = sums.get(item) ?? { held: 0, locked: 0, sold: 0 }
    if (held !== of.held) faults.push(`item ${item}: ${held} held, orders hold ${of.held}`)
    if (locked !== of.locked) faults.push(`item ${item}: ${locked} locked, paid deposits lock ${of.locked}`)
    if (sold < of.sold) faults.push(`item ${item}: ${sold} sold, orders have bought ${of.sold}`)
  }
  return faults
}
