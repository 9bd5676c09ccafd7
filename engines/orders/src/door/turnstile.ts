import {
  createKnownPlaces,
  forgetPlace,
  type KnownPlaces,
  type Place,
  placeKnownOf,
  rememberPlace,
  type SourceWords,
} from './known-places.ts'
import {
  callNumbers,
  createWaitingLine,
  isRoomSpare,
  type LineOptions,
  type LineWait,
  NEARLY_MS,
  noteFirstTold,
  noteThere,
  standingOf,
  takeNumber,
  useNumber,
  type WaitingLine,
  waitingIn,
  waitOf,
} from './waiting-line.ts'

export type TurnstileOptions = {
  /** Time within which those let in are to be answered, ms. */
  goalMs: number
  /** Time that whoever is told no may wait for it, ms: how late the process comes to what is waiting for it. */
  lagMs: number
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
 * Eight hundred ms is what a buyer waits for an order without pressing again; a quarter is left for what a rush adds before the limit has
 * followed. Nobody presses a button more than four times a
 * second for two seconds; a shop front that sends for many buyers names each by its own source.
 */
export const DEFAULT_TURNSTILE: TurnstileOptions = {
  goalMs: 600,
  lagMs: 200,
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
  readonly line: WaitingLine
  readonly known: KnownPlaces
  limit: number
  underWay: number
  window: number
  /** Of this window: answered, the slowest, how late the process was, whether somebody found no room, and how many of them had been called. */
  answered: number
  slowestMs: number
  lagMs: number
  isFull: boolean
  turnedAway: number
  /** Answered a window while full, smoothed: how many fit. 0: never full yet. */
  pace: number
  span: number
  readonly asked: Map<number, number>
  readonly isolated: Map<number, number>
}

/** A place in the line: to come back at `toldAt`, in `backMs`, with so many before it. */
export type Waiting = Place & LineWait & { kind: 'wait' }

/**
 * What a request meets at the turnstile. `isolated` sources are refused whatever room there is; `full`: the line itself is; a ticket
 * that is `late`, `used` or `unknown` holds no place.
 */
export type Entry =
  | { kind: 'let_in' }
  | Waiting
  | { kind: 'isolated' }
  | { kind: 'full' }
  | { kind: 'late' }
  | { kind: 'used' }
  | { kind: 'unknown' }

/** A request: whose it is, and the ticket it brings. */
export type Asked = { source: SourceWords; ticket?: Place | undefined }

export function createTurnstile(given: Partial<TurnstileOptions> = {}, line: Partial<LineOptions> = {}): Turnstile {
  const options = { ...DEFAULT_TURNSTILE, ...given }
  return {
    options,
    line: createWaitingLine({ seed: options.seed, ...line }),
    known: createKnownPlaces(options.seed),
    limit: options.limit,
    underWay: 0,
    window: 0,
    answered: 0,
    slowestMs: 0,
    lagMs: 0,
    isFull: false,
    turnedAway: 0,
    pace: 0,
    span: 0,
    asked: new Map(),
    isolated: new Map(),
  }
}

/** Answered a window as far as known: before the first measurement, what the first limit answers within the goal. */
export function paceOf({ pace, options }: Turnstile): number {
  return pace > 0 ? pace : (options.limit * options.windowMs) / options.goalMs
}

/**
 * How near a window came to a goal, as a share: to that of those let in, or to that of those told no, whichever is nearer. Where nobody
 * is told no a process may be late for reasons of its own.
 */
const strainOf = ({ slowestMs, lagMs, isFull, options }: Turnstile): number =>
  Math.max(slowestMs / options.goalMs, isFull ? lagMs / options.lagMs : 0)

/** Fewer at once when a goal was missed, one more when all were well within theirs and there was no room. */
function adapt(turnstile: Turnstile, windows: number): void {
  const { limitMin, limitMax } = turnstile.options
  const { answered, isFull, pace } = turnstile
  const strain = strainOf(turnstile)
  // A tenth is left for what comes between two measurements.
  if (strain > 0.9) turnstile.limit = Math.max(limitMin, Math.floor(turnstile.limit * 0.85))
  else if (isFull && answered > 0 && strain < 0.6) turnstile.limit = Math.min(limitMax, turnstile.limit + 1)
  const each = answered / windows
  // It was full and this is what fits, or more did than was thought to; what comes on a quiet day says nothing.
  const says = isFull || (pace > 0 && each > pace)
  if (answered > 0 && says) turnstile.pace = pace === 0 ? each : pace * 0.8 + each * 0.2
}

function turn(turnstile: Turnstile, now: number): void {
  const window = Math.floor(now / turnstile.options.windowMs)
  const windows = window - turnstile.window
  if (windows <= 0) return
  adapt(turnstile, turnstile.window === 0 ? 1 : windows)
  const { isFull, turnedAway, underWay, limit } = turnstile
  const isSpare = !isFull && underWay < limit
  callNumbers(turnstile.line, { windows, pace: paceOf(turnstile), turnedAway, isSpare }, now)
  turnstile.window = window
  turnstile.answered = 0
  turnstile.slowestMs = 0
  turnstile.lagMs = 0
  turnstile.isFull = false
  turnstile.turnedAway = 0
}

const keyOf = ([low, high]: SourceWords): number => (low >>> 0) * 1_048_576 + (high & 0xfffff)

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

function letIn(turnstile: Turnstile): Entry {
  turnstile.underWay++
  return { kind: 'let_in' }
}

/** What the next newcomer would be told, or whoever holds a number. */
export const waitFor = (turnstile: Turnstile, number: number, now: number): LineWait =>
  waitOf(turnstile.line, number, { paceMs: paceOf(turnstile) / turnstile.options.windowMs, now })

/** Tells a number when to come; the source is remembered by it, so that asking again without a ticket gives no second place. */
function tell(turnstile: Turnstile, { source }: Asked, number: number, now: number): Waiting {
  const wait = waitFor(turnstile, number, now)
  const toldAt = Math.round(now + wait.backMs)
  rememberPlace(turnstile.known, source, { number, toldAt })
  return { kind: 'wait', number, toldAt, ...wait }
}

/** Nobody waits, nor is on the way; or room stood empty for so long that nobody comes for it. */
function isFreeForAll({ line, turnedAway }: Turnstile, now: number): boolean {
  const isQuiet = now - line.waitedAt > NEARLY_MS || isRoomSpare(line, 'nearly')
  return (waitingIn(line) === 0 && turnedAway === 0 && isQuiet) || isRoomSpare(line, 'anybody')
}

/** Without a number: in where nobody is before it and there is room, else the next number, one a source. */
function enterNew(turnstile: Turnstile, asked: Asked, now: number): Entry {
  const { line } = turnstile
  if (turnstile.underWay < turnstile.limit && isFreeForAll(turnstile, now)) return letIn(turnstile)
  const number = takeNumber(line, now)
  if (number === undefined) return { kind: 'full' }
  const place = { number, toldAt: now }
  const entry =
    standingOf(line, place, now) === 'called'
      ? enterCalled(turnstile, asked, place, now)
      : tell(turnstile, asked, number, now)
  if (entry.kind === 'wait') noteFirstTold(line, entry.toldAt)
  return entry
}

/** With a number that is called: in where there is room; where there is none it stays called. */
function enterCalled(turnstile: Turnstile, asked: Asked, place: Place, now: number): Entry {
  const { line, known } = turnstile
  if (turnstile.underWay >= turnstile.limit) {
    turnstile.turnedAway++
    return tell(turnstile, asked, place.number, now)
  }
  useNumber(line, place.number)
  forgetPlace(known, asked.source)
  return letIn(turnstile)
}

/** Room stands empty, and this number is about to be called, or nobody else came for it. */
function isNext(turnstile: Turnstile, number: number, now: number): boolean {
  const { line } = turnstile
  if (!isRoomSpare(line, 'nearly')) return false
  return isRoomSpare(line, 'anybody') || waitFor(turnstile, number, now).waitMs < NEARLY_MS
}

/** With a ticket, or known to hold a number: what it is worth now. */
function enterAgain(turnstile: Turnstile, asked: Asked, place: Place, now: number): Entry {
  const { line, known } = turnstile
  const standing = standingOf(line, place, now)
  if (standing === 'called' || standing === 'waiting') noteThere(line, place)
  const hasRoom = turnstile.underWay < turnstile.limit
  if (standing === 'called' || (standing === 'waiting' && hasRoom && isNext(turnstile, place.number, now)))
    return enterCalled(turnstile, asked, place, now)
  if (standing === 'waiting') return tell(turnstile, asked, place.number, now)
  forgetPlace(known, asked.source)
  return asked.ticket ? { kind: standing } : enterNew(turnstile, asked, now)
}

/**
 * May a request of this source come in now? Says no before anything is read of it, so that those let in are answered in time and
 * the rest know at once when to come. Who waits is called in turn, and nobody new comes in before them. Sources that ask like
 * machines while others find no room are shut out for a while.
 */
export function enter(turnstile: Turnstile, asked: Asked, now: number): Entry {
  turn(turnstile, now)
  const key = keyOf(asked.source)
  if ((turnstile.isolated.get(key) ?? 0) > now) return { kind: 'isolated' }
  const hasRoom = turnstile.underWay < turnstile.limit
  if (isAbusive(turnstile, key, now) && (!hasRoom || turnstile.isFull)) {
    turnstile.isolated.set(key, now + turnstile.options.isolateMs)
    return { kind: 'isolated' }
  }
  if (!hasRoom) turnstile.isFull = true
  const place = asked.ticket ?? placeKnownOf(turnstile.known, asked.source)
  return place ? enterAgain(turnstile, asked, place, now) : enterNew(turnstile, asked, now)
}

/** A request that was let in has been answered. */
export function leave(turnstile: Turnstile, { since, now }: { since: number; now: number }): void {
  turn(turnstile, now)
  turnstile.underWay--
  turnstile.answered++
  turnstile.slowestMs = Math.max(turnstile.slowestMs, now - since)
}

/** The process came so late, in ms, to what was waiting for it. */
export function noteLag(turnstile: Turnstile, ms: number): void {
  turnstile.lagMs = Math.max(turnstile.lagMs, ms)
}

/** Lets time pass where nobody asks: a line that everybody left is called through. */
export const passTurnstileTime = (turnstile: Turnstile, now: number): void => turn(turnstile, now)
