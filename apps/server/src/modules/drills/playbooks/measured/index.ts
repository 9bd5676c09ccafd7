import type { Store } from '@zhanggui/contract'
import { type Fields, keyOf, type World } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { readWorld } from '../bindings/index.ts'
import { measureExposure } from './exposure-pace.ts'
import type { Measure, Overlay } from './measure.ts'
import { measurePrices } from './price-facts.ts'
import { measureReserve } from './reserve-money.ts'
import { measureSlots } from './slot-stock.ts'

/** Types of which something is measured; a new one is a file and a line here. */
const MEASURES: Readonly<Record<string, Measure>> = {
  slot: measureSlots,
  exposure: measureExposure,
  price: measurePrices,
  reserve: measureReserve,
}

export type Measured = ReadonlyMap<string, Overlay>

function subjectsIn(world: World, type: string): Map<string, Fields> {
  const start = keyOf({ type, id: '' })
  return new Map(
    [...world].flatMap(([key, fields]) => (key.startsWith(start) ? [[key.slice(start.length), fields]] : [])),
  )
}

/** Measures what the given types of a shop are now. Facts are asked before anything is locked, so that no lock waits for them. */
export async function readMeasured(
  context: Context,
  { store, types, now }: { store: Store; types: readonly string[]; now: Date },
): Promise<Measured> {
  const asked = types.filter((type) => MEASURES[type])
  if (asked.length === 0) return new Map()
  const world = await context.records.transaction((tx) => readWorld(tx, { store: store.id, types: asked, now }))
  const measured = new Map<string, Overlay>()
  for (const type of asked) {
    const subjects = subjectsIn(world, type)
    const measure = MEASURES[type]
    if (measure && subjects.size > 0) measured.set(type, await measure(context, { store, subjects, now }))
  }
  return measured
}

/** The world with what was measured in place of what somebody entered. */
export function withMeasured(world: World, measured: Measured): World {
  const seen = new Map(world)
  for (const [type, overlay] of measured)
    for (const [id, fields] of subjectsIn(world, type)) seen.set(keyOf({ type, id }), overlay(id, fields))
  return seen
}
