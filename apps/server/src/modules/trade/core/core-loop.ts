import {
  type Admission,
  ANSWER_WORDS,
  advanceTo,
  clearEvents,
  decideDurably,
  type Journal,
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
 * and answers go out after that sync. Whoever drives it calls `turn` while there is something waiting and `tick` now and then.
 */
export class CoreLoop {
  readonly core: Admission
  readonly journal: Journal
  readonly meter: CoreMeter
  /** Commands waiting. */
  queued = 0
  private readonly waiting: Waiting[] = []
  readonly clocks: CoreClocks
  readonly queueMax: number
  private group = new Int32Array(65_536)

  constructor(core: Admission, journal: Journal, { clocks, queueMax }: { clocks: CoreClocks; queueMax: number }) {
    this.core = core
    this.journal = journal
    this.clocks = clocks
    this.queueMax = queueMax
    this.meter = new CoreMeter(clocks.elapsed())
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

  /** Decides what is waiting, as much as fits one frame. True: more is waiting. */
  turn(): boolean {
    const group = this.takeGroup()
    if (group.length === 0) return false
    const decided = decideDurably(this.journal, this.core, this.frameOf(group), this.clocks.now())
    let from = 0
    for (const waiting of group) {
      const to = from + waiting.count * ANSWER_WORDS
      this.finish(
        waiting,
        decided.ok ? this.core.answers.slice(from, to) : answersOf(RESULT.journal_failed, waiting.count),
      )
      from = to
    }
    return this.waiting.length > 0
  }

  /**
   * Lets time pass and gives the orders that have lapsed since the last tick. They are journaled before they are given: what
   * has been told must not come back to life after a crash.
   */
  tick(): Lapse[] {
    if (this.journal.fault) return []
    advanceTo(this.core, this.clocks.now())
    const { events } = this.core
    if (events.count === 0) return []
    if (!this.writeNothing()) return []
    const lapses = readLapses(events)
    clearEvents(events)
    return lapses
  }

  /** Journals the passing of time alone. False: the journal has stopped. */
  writeNothing(): boolean {
    return decideDurably(this.journal, this.core, NOTHING, this.clocks.now()).ok
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
    if (words > this.group.length) this.group = new Int32Array(words * 2)
    let at = 0
    for (const { frame } of group) {
      this.group.set(frame, at)
      at += frame.length
    }
    return this.group.subarray(0, words)
  }
}
