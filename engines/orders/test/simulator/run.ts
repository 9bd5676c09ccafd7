/**
 * `npm run simulate:orders -- --seeds 10000 --from 1 [--json]`
 * Runs seeds one after another; prints each that broke a rule, with what broke, and how many boundaries were tried.
 * One seed again: `--seeds 1 --from N`. Exit code 1 when a rule broke.
 */
import { parseArgs } from 'node:util'
import * as orders from '../../src/index.ts'
import { type Outcome, simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const from = Number(values.from)
const seeds = Number(values.seeds)
const total = { seeds, from, frames: 0, commands: 0, boundaries: 0, crashes: 0, rotFound: 0, broken: [] as number[] }
const begun = performance.now()

function add(outcome: Outcome): void {
  total.frames += outcome.frames
  total.commands += outcome.commands
  total.boundaries += outcome.boundaries
  total.crashes += outcome.crashes
  total.rotFound += outcome.rotFound
  if (outcome.problems.length === 0) return
  total.broken.push(outcome.seed)
  console.error(`seed ${outcome.seed}:\n  ${outcome.problems.slice(0, 5).join('\n  ')}`)
}

for (let seed = from; seed < from + seeds; seed++) add(simulate(orders, seed))

const seconds = Math.round((performance.now() - begun) / 100) / 10
if (values.json) console.log(JSON.stringify({ ...total, seconds }))
else console.log({ ...total, seconds })
process.exitCode = total.broken.length > 0 ? 1 : 0
