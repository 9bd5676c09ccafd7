/**
 * `node kill-child.ts <folder>`: an order core as the server runs it, on a real folder, that decides until it is killed. First
 * line: `found <sequence> <digest>` after recovery; then, each time that groups have been answered: `told <sequence> <digest>`.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { createRng } from '@zhanggui/kernel'
import {
  type Command,
  coreFaults,
  createAdmission,
  digestOf,
  encodeFrame,
  recover,
  SMALL_OPTIONS,
} from '@zhanggui/orders'
import { CoreLoop } from '../../src/modules/trade/core/core-loop.ts'
import { FileDisk } from '../../src/modules/trade/core/file-disk.ts'
import { bytesAfterSnapshot } from '../../src/modules/trade/core/journal-figures.ts'
import { SnapshotKeeper } from '../../src/modules/trade/core/snapshot-keeper.ts'
import { createKillCommands, KILL_START, openItems } from './kill-commands.ts'

const [folder = '.'] = process.argv.slice(2)
/** Small, so that a life sees segments end, room run out and snapshots being made. */
const ROOM_BYTES = 65_536
const SNAPSHOT_BYTES = 50_000
const QUEUE_MAX = 1000

/** Whoever listens may be slower for a moment than a core decides: then the pipe is full, and the rest is said when it is not. */
function say(...words: unknown[]): void {
  let rest = Buffer.from(`${words.join(' ')}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EAGAIN')) throw cause
    }
  }
}

// A killed process leaves no cache behind by itself, and every life would compile everything again.
flushCompileCache()

const disk = new FileDisk(folder, { roomBytes: ROOM_BYTES })
const found = recover(disk, createAdmission(SMALL_OPTIONS).options)
if (!found.ok) {
  say('damage', found.error.message)
  process.exit(1)
}
const { core, journal } = found.value
for (const fault of coreFaults(core)) say('broken', fault)
say('found', journal.sequence - 1, digestOf(core))

let now = Math.max(KILL_START, core.clock[0] as number)
const clocks = { now: () => now, elapsed: () => performance.now() }
const loop = new CoreLoop(core, journal, { clocks, queueMax: QUEUE_MAX })
const snapshots = new SnapshotKeeper(loop, {
  disk,
  folder,
  snapshotBytes: SNAPSHOT_BYTES,
  bytesReplayed: bytesAfterSnapshot(journal, folder),
  onFailure: (cause) => say('snapshot', cause.message),
})

let answered = 0

function submit(commands: readonly Command[]): void {
  const answer = (): void => {
    answered++
  }
  loop.enqueue({ frame: encodeFrame(commands), count: commands.length, since: clocks.elapsed(), answer })
}

function tell(): void {
  if (journal.fault) say('damage', journal.fault.message)
  if (answered > 0) say('told', journal.sequence - 1, digestOf(core))
  answered = 0
}

if (journal.sequence === 1) submit(openItems())
const rng = createRng(`kill-${journal.sequence}`)
const nextCommand = createKillCommands(rng, journal.sequence)
for (; ; now += 1 + rng.int(400)) {
  submit(Array.from({ length: 1 + rng.int(16) }, () => nextCommand(now)))
  loop.turn()
  tell()
  snapshots.takeIfDue()
  await setImmediate()
}
