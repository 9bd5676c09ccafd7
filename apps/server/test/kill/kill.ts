/**
 * `npm run kill:orders -- [--loops 1000] [--seed 1] [--lanes 2] [--minutes 20]`
 * Starts a core on a real folder, kills it (SIGKILL) at a random moment, starts it again on what is there, and so on. What it
 * told before it died must be there: not a sequence less, and the state byte for byte where it is the same sequence. Lanes have
 * folders of their own. Ends when the loops are done, or the minutes are over: then it says how many there were.
 * Exit code 1 when something was lost, 2 when the time was too short for the loops.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { KillLane } from './kill-lane.ts'

const { values } = parseArgs({
  options: {
    loops: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '20' },
  },
})
const wanted = Number(values.loops)
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-kill-'))
const started = performance.now()
const end = started + Number(values.minutes) * 60_000
let loops = 0

const lanes = Array.from(
  { length: Number(values.lanes) },
  (_, lane) =>
    new KillLane({
      folder: join(folder, `${lane}`),
      cache: join(folder, 'cache'),
      seed: `${values.seed}-${lane}`,
    }),
)
await Promise.all(
  lanes.map(async (lane) => {
    while (loops < wanted && performance.now() < end && lanes.every(({ problems }) => problems.length === 0)) {
      loops++
      await lane.live()
    }
  }),
)

const problems = lanes.flatMap((lane) => lane.problems)
// What was found broken is kept to be looked at.
if (problems.length === 0) rmSync(folder, { recursive: true })
const batches = lanes.reduce((sum, lane) => sum + lane.batches, 0)
const mid = lanes.reduce((sum, lane) => sum + lane.killedAtWork, 0)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  JSON.stringify({ loops, killedAtWork: mid, batches, seconds, problems, ...(problems.length > 0 && { folder }) }),
)
process.exitCode = problems.length > 0 ? 1 : loops < wanted ? 2 : 0
