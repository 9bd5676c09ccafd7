/**
 * `node kill-child.ts <folder> [pipelined]`: a core on a real folder that decides until it is killed, one frame behind the disk
 * where told so. First line: `found <sequence> <digest>`
 * after recovery; then for every batch, once it is durable and decided: `told <sequence> <digest>`.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createRng } from '@zhanggui/kernel'
import { FileDisk } from '../../bench/file-disk.ts'
import {
  closeSegment,
  createAdmission,
  createPipeline,
  decideDurably,
  digestOf,
  drainPipeline,
  encodeFrame,
  pointOf,
  pushFrame,
  recover,
  SMALL_OPTIONS,
  truncateJournal,
  writeSnapshot,
} from '../../src/index.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { createWorld, setupCommands, WORLD_START } from '../support/world.ts'

const say = (...words: unknown[]): void => {
  writeSync(1, `${words.join(' ')}\n`)
}

// A killed process leaves no cache behind by itself, and every life would compile everything again.
flushCompileCache()

const disk = new FileDisk(process.argv[2] ?? '.', 65_536)
const { options } = createAdmission(SMALL_OPTIONS)
const found = recover(disk, options, { segmentBytesMax: 20_000 })
if (!found.ok) {
  say('damage', found.error.message)
  process.exit(1)
}
const { core, journal } = found.value
for (const problem of brokenInvariants(core)) say('broken', problem)
say('found', journal.sequence - 1, digestOf(core))

const isPipelined = process.argv[3] === 'pipelined'
const pipeline = createPipeline(journal, core)

/** What was decided of the frame of this sequence may be known from now on; 0: no frame was run. */
function tell(sequence: number, decided: ReturnType<typeof decideDurably>): void {
  if (!decided.ok) {
    say('damage', decided.error.message)
    process.exit(1)
  }
  if (sequence > 0) say('told', sequence, digestOf(core))
}

if (journal.sequence === 1) decideDurably(journal, core, encodeFrame(setupCommands()), WORLD_START)
const rng = createRng(`kill-${journal.sequence}`)
const world = createWorld(rng)
for (let now = Math.max(WORLD_START, core.clock[0] as number); ; now += 1 + rng.int(400)) {
  const batch = Array.from({ length: 1 + rng.int(16) }, () => {
    const command = world.next(now)
    // Every life of the process has ids of its own.
    return { ...command, id: [command.id[0], journal.sequence, command.id[2], command.id[3]] as const }
  })
  const before = pipeline.waiting ? journal.sequence - 1 : 0
  const frame = encodeFrame(batch)
  const decided = isPipelined ? pushFrame(pipeline, frame, now) : decideDurably(journal, core, frame, now)
  tell(isPipelined ? before : journal.sequence - 1, decided)
  if (rng.next() < 0.03) {
    if (pipeline.waiting) tell(journal.sequence - 1, drainPipeline(pipeline))
    closeSegment(journal)
    writeSnapshot(disk, core, pointOf(journal))
    truncateJournal(disk)
  }
}
