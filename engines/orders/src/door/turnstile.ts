import { createDoor, DEFAULT_DOOR, type Door, mayEnter } from './door.ts'

export type TurnstileOptions = {
  /** Time within which those let in are to be answered, ms. */
  goalMs: number
  /** Requests that may be under way at once: where it begins, and its bounds. */
  limit: number
  limitMin: number
  limitMax: number
  /** A source that asks more than so often within so long, while there is no room, is shut out for a while. */
  asksMax: number
  asksMs: number
  isolateMs: number
  windowMs: number
  seed: number
}

/**
 * Eight hundred ms is what a buyer waits for an order without pressing again. Nobody presses a button more than four times a
 * second for two seconds; a shop front that sends for many buyers names each by its own source.
 */
export const DEFAULT_TURNSTILE: TurnstileOptions = {
  goalMs: 800,
  limit: 16,
  limitMin: 2,
  limitMax: 512,
  asksMax: 8,
  asksMs: 2000,
  isolateMs: 30_000,
  windowMs: 100,
  seed: 1,
}

export type Turnstile = {
  readonly options: TurnstileOptions
  readonly door: Door
  limit: number
  underWay: number
  window: number
  /** Of this window: answered, the slowest, and whether somebody found no room. */
  answered: number
  slowestMs: number
  isFull: boolean
  /** Answered a window while full, smoothed: how many fit. 0: never full yet. */
  pace: number
  span: number
  readonly asked: Map<number, number>
  readonly isolated: Map<number, number>
}

/** What a request meets at the turnstile: `isolated` sources are refused whatever room there is. */
export type Entry = 'let_in' | 'full' | 'isolated'

export function createTurnstile(given: Partial<TurnstileOptions> = {}): Turnstile {
  const options = { ...DEFAULT_TURNSTILE, ...given }
  // The door draws sources by lot among those who come; how many are let in a window follows what is measured here.
  const door = createDoor({
    ...DEFAULT_DOOR,
    windowMs: options.windowMs,
    seed: options.seed,
    perWindow: options.limitMax,
  })
  return {
    options,
    door,
    limit: options.limit,
    underWay: 0,
    window: 0,
    answered: 0,
    slowestMs: 0,
    isFull: false,
    pace: 0,
    span: 0,
    asked: new Map(),
    isolated: new Map(),
  }
}

/** Fewer at once when the slowest was beyond the goal, one more when all were well within it and there was no room. */
function adapt(turnstile: Turnstile): void {
  const { goalMs, limitMin, limitMax } = turnstile.options
  const { answered, slowestMs, isFull } = turnstile
  // A tenth is left for what comes between two measurements.
  if (slowestMs > goalMs * 0.9) turnstile.limit = Math.max(limitMin, Math.floor(turnstile.limit * 0.85))
  else if (isFull && answered > 0 && slowestMs < goalMs * 0.6) turnstile.limit = Math.min(limitMax, turnstile.limit + 1)
  if (isFull && answered > 0) turnstile.pace = turnstile.pace === 0 ? answered : turnstile.pace * 0.8 + answered * 0.2
  // A fifth more than fits, because some of what is let in is refused for what it says.
  turnstile.door.options.perWindow =
    isFull && turnstile.pace > 0 ? Math.max(1, Math.ceil(turnstile.pace * 1.2)) : limitMax
}

function turn(turnstile: Turnstile, now: number): void {
  const window = Math.floor(now / turnstile.options.windowMs)
  if (window === turnstile.window) return
  adapt(turnstile)
  turnstile.window = window
  turnstile.answered = 0
  turnstile.slowestMs = 0
  turnstile.isFull = false
}

const keyOf = (low: number, high: number): number => (low >>> 0) * 1_048_576 + (high & 0xfffff)

/** Counts what a source asks for; true once it is beyond what people do. */
function isAbusive(turnstile: Turnstile, key: number, now: number): boolean {
  const { asked, isolated, options } = turnstile
  const span = Math.floor(now / options.asksMs)
  if (span !== turnstile.span) {
    asked.clear()
    for (const [source, until] of isolated) if (until <= now) isolated.delete(source)
    turnstile.span = span
  }
  const count = (asked.get(key) ?? 0) + 1
  asked.set(key, count)
  return count > options.asksMax
}

/**
 * May a request of this source come in now? Says no before anything is read of it, so that those let in are answered in time and
 * the rest know at once. Sources that ask like machines while others find no room are shut out for a while.
 */
export function enter(turnstile: Turnstile, [low, high]: readonly [number, number], now: number): Entry {
  turn(turnstile, now)
  const key = keyOf(low, high)
  if ((turnstile.isolated.get(key) ?? 0) > now) return 'isolated'
  const hasRoom = turnstile.underWay < turnstile.limit
  if (isAbusive(turnstile, key, now) && (!hasRoom || turnstile.isFull)) {
    turnstile.isolated.set(key, now + turnstile.options.isolateMs)
    return 'isolated'
  }
  if (!hasRoom) turnstile.isFull = true
  if (!hasRoom || !mayEnter(turnstile.door, low, high, 0, now)) return 'full'
  turnstile.underWay++
  return 'let_in'
}

/** A request that was let in has been answered. */
export function leave(turnstile: Turnstile, { since, now }: { since: number; now: number }): void {
  turn(turnstile, now)
  turnstile.underWay--
  turnstile.answered++
  turnstile.slowestMs = Math.max(turnstile.slowestMs, now - since)
}
