/** One engine in a process of its own: `part-process.ts ours 10x5 3`; its figures go to the parent. */

import type { EngineUnderTest } from './engine-under-test.ts'
import { measure } from './measure.ts'
import { makeWorkload, nameOf, SIZES } from './workload.ts'

const ENGINES: Readonly<Record<string, () => Promise<EngineUnderTest>>> = {
  ours: async () => (await import('./engine-ours.ts')).OURS,
  medusa: async () => (await import('./engine-medusa.ts')).MEDUSA,
  vendure: async () => (await import('./engine-vendure.ts')).VENDURE,
}

const [name = '', sizeName = '', seconds = '3'] = process.argv.slice(2)
const size = SIZES.find((s) => nameOf(s) === sizeName)
const load = ENGINES[name]
if (!size || !load) throw new Error(`no part ${name} ${sizeName}`)
const engine = await (await load()).prepare(makeWorkload(size))
const speed = await measure(engine, Number(seconds))
process.send?.(speed, () => process.exit(0))
