import type { Result } from '@zhanggui/kernel'
import {
  type Admission,
  ANSWER_WORDS,
  advanceTo,
  clearEvents,
  createPipeline,
  decideDurably,
  drainPipeline,
  type FramePipeline,
  type Journal,
  type JournalFault,
  type Lapse,
  pushFrame,
  RESULT,
  type ResultNumber,
  readLapses,
} from '@zhanggui/orders'
import { CoreMeter } from './core-meter.ts'

/** A frame that has passed `checkFrame`, waiting to be decided. */
export type Waiting = {
  frame: Int32Array
  count: number
  /** `performance.now()` when it came. */
  since: number
  answer: (answers: Int32Array) => void
}

export type CoreClocks = {
  /** UTC ms: what commands are decided by. */
  now: () => number
  /** ms that only grow: what times are measured by. */
  elapsed: () => number
}

const NOTHING = new Int32Array(0)

/** The same answer for every command of a frame that was not decided. */
export function answersOf(code: ResultNumber, count: number): Int32Array {
  const answers = new Int32Array(count * ANSWER_WORDS)
  for (let i = 0; i < answers.length; i += ANSWER_WORDS) answers[i] = code
  return answers
}

/**
 * One core and its journal: what has come in meanwhile is decided together, one sync of the disk for all of it (group commit),
 * and answers go out after that sync. While the disk syncs one group, the one before it is decided and answered and the next comes
 * in. Whoever drives it calls `turn` when something has come in and, while it gives true, again when the disk is done; and `tick`
 * now and then.
 */
export class CoreLoop {
  readonly core: Admission
  readonly journal: Journal
  readonly meter: CoreMeter
  /** Commands that have not been journaled. */
  queued = 0
  private readonly waiting: Waiting[] = []
  /** Frames that are journaled and wait for the disk, as one. */
  private inFlight: readonly Waiting[] = []
  private readonly pipeline: FramePipeline
  readonly clocks: CoreClocks
  readonly queueMax: number
  /** Two, as one is being written while the other waits to be decided. */
  private buffers: readonly [Int32Array, Int32Array] = [new Int32Array(65_536), new Int32Array(65_536)]

  constructor(core: Admission, journal: Journal, { clocks, queueMax }: { clocks: CoreClocks; queueMax: number }) {
    this.core = core
    this.journal = journal
    this.pipeline = createPipeline(journal, core)
    this.clocks = clocks
    this.queueMax = queueMax
    this.meter = new CoreMeter(clocks.elapsed())
  }

  /** Something waits for the disk, or to be journaled. */
  get isBusy(): boolean {
    return this.inFlight.length > 0 || this.waiting.length > 0
  }

  /** Takes a frame in, or answers `busy` at once where too much is waiting already. */
  enqueue(waiting: Waiting): void {
    if (waiting.count > this.core.options.commandsMax) {
      this.finish(waiting, answersOf(RESULT.frame_too_large, waiting.count))
      return
    }
    if (this.queued + waiting.count > this.queueMax) {
      this.finish(waiting, answersOf(RESULT.busy, waiting.count))
      return
    }
    this.queued += waiting.count
    this.waiting.push(waiting)
  }

  /**
   * Journals what is waiting, as much as fits one frame, and decides and answers what was journaled at the turn before, for which
   * it waits where the disk is not done with that. True: there is more to be done.
   */
  turn(): boolean {
    const group = this.takeGroup()
    if (group.length === 0) this.land(drainPipeline(this.pipeline))
    else {
      const pushed = pushFrame(this.pipeline, this.frameOf(group), this.clocks.now())
      // A journal that stops at this group may have the one before on disk for certain.
      this.land(pushed.ok ? pushed : drainPipeline(this.pipeline))
      this.inFlight = group
      if (!pushed.ok) this.land(pushed)
    }
    return this.isBusy
  }

  /**
   * Lets time pass and gives the orders that have lapsed since the last tick. They are journaled before they are given: what
   * has been told must not come back to life after a crash. While a group waits for the disk, time has passed with the one before.
   */
  tick(): Lapse[] {
    if (this.journal.fault) return []
    const { events } = this.core
    const isWaiting = this.inFlight.length > 0
    if (!isWaiting) advanceTo(this.core, this.clocks.now())
    if (events.count === 0) return []
    if (!isWaiting && !this.writeNothing()) return []
    const lapses = readLapses(events)
    clearEvents(events)
    return lapses
  }

  /** Journals the passing of time alone, once nothing waits for the disk. False: the journal has stopped. */
  writeNothing(): boolean {
    this.land(drainPipeline(this.pipeline))
    return decideDurably(this.journal, this.core, NOTHING, this.clocks.now()).ok
  }

  /** The frames in flight have been decided, or nobody knows what became of them. */
  private land(decided: Result<number, JournalFault>): void {
    const group = this.inFlight
    this.inFlight = []
    let from = 0
    for (const waiting of group) {
      const to = from + waiting.count * ANSWER_WORDS
      this.finish(
        waiting,
        decided.ok ? this.core.answers.slice(from, to) : answersOf(RESULT.journal_failed, waiting.count),
      )
      from = to
    }
  }

  private finish(waiting: Waiting, answers: Int32Array): void {
    this.meter.note(answers, { since: waiting.since, now: this.clocks.elapsed() })
    waiting.answer(answers)
  }

  private takeGroup(): Waiting[] {
    let commands = 0
    let taken = 0
    for (const { count } of this.waiting) {
      if (commands + count > this.core.options.commandsMax) break
      commands += count
      taken++
    }
    this.queued -= commands
    return this.waiting.splice(0, taken)
  }

  private frameOf(group: readonly Waiting[]): Int32Array {
    const [first] = group
    if (first && group.length === 1) return first.frame
    const words = group.reduce((sum, { frame }) => sum + frame.length, 0)
    const [before, after] = this.buffers
    const buffer = words > after.length ? new Int32Array(words * 2) : after
    this.buffers = [buffer, before]
    let at = 0
    for (const { frame } of group) {
      buffer.set(frame, at)
      at += frame.length
    }
    return buffer.subarray(0, words)
  }
}
