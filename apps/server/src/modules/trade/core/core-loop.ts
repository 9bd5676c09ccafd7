import type { Result } from '@zhanggui/kernel'
import {
  type Admission,
  ANSWER_WORDS,
  advanceTo,
  clearEvents,
  decideDurably,
  type Journal,
  type JournalFault,
  type Lapse,
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
 * and answers go out after that sync. The sync is waited for in this thread: handing it to another one and going on with the group
 * before costs more than a sync does (docs/order-core.md). Whoever drives it calls `turn` when something has come in and again
 * while it gives true; and `tick` now and then.
 */
export class CoreLoop {
  readonly core: Admission
  readonly journal: Journal
  readonly meter: CoreMeter
  /** Commands that wait to be decided. */
  queued = 0
  private readonly waiting: Waiting[] = []
  readonly clocks: CoreClocks
  readonly queueMax: number
  /** Several frames as one. */
  private buffer = new Int32Array(65_536)

  constructor(core: Admission, journal: Journal, { clocks, queueMax }: { clocks: CoreClocks; queueMax: number }) {
    this.core = core
    this.journal = journal
    this.clocks = clocks
    this.queueMax = queueMax
    this.meter = new CoreMeter(clocks.elapsed())
  }

  /** Something waits to be decided. */
  get isBusy(): boolean {
    return this.waiting.length > 0
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

  /** Journals what is waiting, as much as fits one frame, then decides and answers it. True: there is more to be done. */
  turn(): boolean {
    const group = this.takeGroup()
    if (group.length > 0) this.answer(group, this.decide(this.frameOf(group)))
    return this.isBusy
  }

  /**
   * Lets time pass and gives the orders that have lapsed since the last tick. They are journaled before they are given: what
   * has been told must not come back to life after a crash.
   */
  tick(): Lapse[] {
    if (this.journal.fault) return []
    const { events } = this.core
    advanceTo(this.core, this.clocks.now())
    if (events.count === 0 || !this.writeNothing()) return []
    const lapses = readLapses(events)
    clearEvents(events)
    return lapses
  }

  /** Journals the passing of time alone. False: the journal has stopped. */
  writeNothing(): boolean {
    return this.decide(NOTHING).ok
  }

  private decide(frame: Int32Array): Result<number, JournalFault> {
    return decideDurably(this.journal, this.core, frame, this.clocks.now())
  }

  /** The group has been decided, or nobody knows what became of it. */
  private answer(group: readonly Waiting[], decided: Result<number, JournalFault>): void {
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
    if (words > this.buffer.length) this.buffer = new Int32Array(words * 2)
    const { buffer } = this
    let at = 0
    for (const { frame } of group) {
      buffer.set(frame, at)
      at += frame.length
    }
    return buffer.subarray(0, words)
  }
}
