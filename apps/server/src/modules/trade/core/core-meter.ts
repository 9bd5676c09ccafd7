import type { LatencyFigures } from '@zhanggui/contract'
import { ANSWER_WORDS, isAccepted, isDecided } from '@zhanggui/orders'

const WINDOW_SECONDS = 10
/** Eight steps an octave: a time read back is at most a ninth too long. */
const STEPS_AN_OCTAVE = 8
const BUCKETS = STEPS_AN_OCTAVE * 27

type Second = { at: number; decided: number; maxUs: number; readonly times: Int32Array }

export type MeterReading = {
  decided: number
  decidedPerSecond: number
  accepted: number
  refused: number
  undecided: number
  latency: LatencyFigures | null
}

const bucketOf = (us: number): number => Math.min(BUCKETS - 1, Math.ceil(Math.log2(Math.max(1, us)) * STEPS_AN_OCTAVE))
/** The longest time that falls into a bucket. */
const usOf = (bucket: number): number => Math.round(2 ** (bucket / STEPS_AN_OCTAVE))

/**
 * Counts what a core decides and how long it took, over the last ten full seconds, in a fixed amount of memory.
 * Times are given in ms that only grow, as by `performance.now()`.
 */
export class CoreMeter {
  private readonly startedAt: number
  private readonly seconds: Second[]
  private decided = 0
  private accepted = 0
  private undecided = 0

  constructor(now: number) {
    this.startedAt = now
    this.seconds = Array.from({ length: WINDOW_SECONDS + 1 }, () => ({
      at: -1,
      decided: 0,
      maxUs: 0,
      times: new Int32Array(BUCKETS),
    }))
  }

  /** Takes note of the answers to one frame that waited and ran from `since` to `now`. */
  note(answers: Int32Array, { since, now }: { since: number; now: number }): void {
    const count = answers.length / ANSWER_WORDS
    for (let i = 0; i < answers.length; i += ANSWER_WORDS) {
      const code = (answers[i] as number) & 0xff
      if (isAccepted(code)) this.accepted++
      else if (!isDecided(code)) this.undecided++
    }
    this.decided += count
    const second = this.secondOf(now)
    const us = Math.round((now - since) * 1000)
    const bucket = bucketOf(us)
    second.decided += count
    second.times[bucket] = (second.times[bucket] as number) + count
    if (us > second.maxUs) second.maxUs = us
  }

  read(now: number): MeterReading {
    const current = Math.floor(now / 1000)
    const full = this.seconds.filter(({ at }) => at >= current - WINDOW_SECONDS && at < current)
    const seconds = Math.max(1, Math.min(WINDOW_SECONDS, current - Math.floor(this.startedAt / 1000)))
    const { decided, accepted, undecided } = this
    return {
      decided,
      accepted,
      undecided,
      refused: decided - accepted - undecided,
      decidedPerSecond: full.reduce((sum, second) => sum + second.decided, 0) / seconds,
      latency: latencyOf(this.seconds.filter(({ at }) => at >= current - WINDOW_SECONDS)),
    }
  }

  private secondOf(now: number): Second {
    const at = Math.floor(now / 1000)
    const second = this.seconds[at % this.seconds.length] as Second
    if (second.at === at) return second
    second.at = at
    second.decided = 0
    second.maxUs = 0
    second.times.fill(0)
    return second
  }
}

function latencyOf(seconds: readonly Second[]): LatencyFigures | null {
  const times = new Int32Array(BUCKETS)
  let count = 0
  for (const second of seconds) {
    count += second.decided
    for (let i = 0; i < BUCKETS; i++) times[i] = (times[i] as number) + (second.times[i] as number)
  }
  if (count === 0) return null
  const maxUs = Math.max(...seconds.map((second) => second.maxUs))
  // A bucket's upper edge may lie beyond the longest time there was.
  const within = (share: number): number => Math.min(maxUs, usOf(bucketWithin(times, count * share)))
  return { p50Us: within(0.5), p99Us: within(0.99), maxUs }
}

function bucketWithin(times: Int32Array, wanted: number): number {
  let seen = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    seen += times[bucket] as number
    if (seen >= wanted) return bucket
  }
  return BUCKETS - 1
}
