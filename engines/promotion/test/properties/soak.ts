/**
 * `npm run soak:promotion [-- --carts 200000] [--seed soak] [--from 0]`
 * Random carts under random rule sets over every mechanic of the registry, each held against every law. Ends with 1 when one is
 * broken; `--from N --carts 1` draws a broken case again.
 */
import { parseArgs } from 'node:util'
import { MECHANICS } from '../../src/index.ts'
import { type Breach, checkCases } from './check-cases.ts'

const { values } = parseArgs({
  options: {
    carts: { type: 'string', default: '200000' },
    seed: { type: 'string', default: 'soak' },
    from: { type: 'string', default: '0' },
  },
})
const first = Number(values.from)
const last = first + Number(values.carts)
const hits = new Map<string, number>()
const breaches: Breach[] = []
let cuts = 0
const STEP = 10_000
for (let from = first; from < last; from += STEP) {
  const checked = checkCases({ seed: values.seed, from, until: Math.min(from + STEP, last) })
  for (const [mechanic, n] of checked.hits) hits.set(mechanic, (hits.get(mechanic) ?? 0) + n)
  cuts += checked.cuts
  breaches.push(...checked.breaches)
  for (const { i, law, fault } of checked.breaches.slice(0, 5)) console.log(`case ${i}: ${law}: ${fault}`)
  console.error(`${Math.min(from + STEP, last) - first} carts, ${breaches.length} breaches`)
}
for (const { mechanic } of MECHANICS) console.log(`${mechanic.padEnd(20)} ${hits.get(mechanic) ?? 0} times`)
const { user, system } = process.cpuUsage()
console.log(
  `${last - first} carts of seed ${values.seed}, ${cuts} cuts, ${breaches.length} breaches, ${((user + system) / 1e6).toFixed(0)} s of processor time`,
)
process.exitCode = breaches.length > 0 ? 1 : 0
