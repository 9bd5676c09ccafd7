import { hashThree } from '../tables/hash.ts'
import type { Place } from './known-places.ts'
import { createShowUp, noteCame, noteTold, passShowUp, type ShowUp, showUpRate } from './show-up.ts'

export type LineOptions = {
  /** Who comes within so long of an opening is placed by lot. */
  lotMs: number
  /** After so long without anybody waiting the next rush is an opening of its own. */
  quietMs: number
  /** So long after it was called, and after its holder was told to come, a number still holds. */
  claimMs: number
  /** Numbers that may wait; further ones are sent away without. */
  waitingMax: number
  seed: number
}

export const DEFAULT_LINE: LineOptions = {
  lotMs: 2000,
  quietMs: 10_000,
  claimMs: 30_000,
  waitingMax: 200_000,
  seed: 1,
}

/**
 * A line as at a counter with a take-a-number machine: who finds no room gets the next number, and the called position moves on. Of a
 * ticket nothing is kept but whether its holder came and whether it was used, one byte.
 */
export type WaitingLine = {
  readonly options: LineOptions
  showUp: ShowUp
  readonly marks: Uint8Array
  issued: number
  /** Places below this are called; grows by fractions. */
  called: number
  /** The called position at the end of each of the last seconds. */
  readonly calledAt: Float64Array
  second: number
  /** The opening: its numbers from `from` on, those given until `until` by lot. */
  lot: { from: number; until: number; opensAt: number; closesAt: number }
  /** When somebody last waited. */
  waitedAt: number
  /** Windows in which room stood empty since somebody who was called found none. */
  spareRun: number
}

/** Numbers whose marks are remembered; far more than may wait. */
const REMEMBERED = 1 << 20

/** What is known of a number: its holder came again; it let its holder in. */
const MARK = { none: 0, came: 1, used: 2 } as const

export function createWaitingLine(given: Partial<LineOptions> = {}): WaitingLine {
  const options = { ...DEFAULT_LINE, ...given }
  return {
    options,
    showUp: createShowUp(),
    marks: new Uint8Array(REMEMBERED),
    issued: 0,
    called: 0,
    calledAt: new Float64Array(Math.ceil(options.claimMs / 1000) + 1),
    second: 0,
    lot: { from: 0, until: 0, opensAt: Number.NEGATIVE_INFINITY, closesAt: Number.NEGATIVE_INFINITY },
    waitedAt: Number.NEGATIVE_INFINITY,
    spareRun: 0,
  }
}

const ofLot = ({ lot }: WaitingLine, number: number): boolean => number >= lot.from && number < lot.until

/** Numbers that the opening will have given by the time its lot closes, by what came so far. */
function sizeOfLot({ lot, options }: WaitingLine, now: number): number {
  const given = lot.until - lot.from
  if (now >= lot.closesAt) return given
  return (given * options.lotMs) / Math.max(now - lot.opensAt, options.lotMs / 20)
}

/**
 * Where a number stands: those of the opening drawn by lot over the places of the opening, all others in the order of their coming. The
 * draw is a hash of the number under a secret seed, so nothing is kept of it and coming first by a hair is worth nothing.
 */
export function placeInLine(line: WaitingLine, number: number, now: number): number {
  if (!ofLot(line, number)) return number
  const { lot, options } = line
  const drawn = (hashThree(number, lot.from, 0, options.seed) >>> 0) / 2 ** 32
  return lot.from + Math.floor(drawn * sizeOfLot(line, now))
}

/** Numbers that were given and not yet called. */
export const waitingIn = ({ issued, called }: WaitingLine): number => Math.max(0, issued - Math.floor(called))

/** Gives the next number; undefined: as many wait as may. */
export function takeNumber(line: WaitingLine, now: number): number | undefined {
  const { options, marks } = line
  if (waitingIn(line) >= options.waitingMax) return undefined
  if (waitingIn(line) === 0 && now - line.waitedAt > options.quietMs) {
    line.lot = { from: line.issued, until: line.issued, opensAt: now, closesAt: now + options.lotMs }
    // Another crowd: neither how many of the last one came back nor the room that stood empty since says anything of it.
    line.showUp = createShowUp()
    line.spareRun = 0
  }
  const number = line.issued++
  if (now < line.lot.closesAt) line.lot.until = line.issued
  marks[number & (REMEMBERED - 1)] = MARK.none
  line.waitedAt = now
  return number
}

export type Standing = 'waiting' | 'called' | 'late' | 'used' | 'unknown'

/** How a ticket stands. Late is who comes later than the window after both the call and the instant that was named. */
export function standingOf(line: WaitingLine, { number, toldAt }: Place, now: number): Standing {
  const { marks, calledAt, second, options } = line
  if (number >= line.issued) return 'unknown'
  if (number < line.issued - REMEMBERED) return 'late'
  if (marks[number & (REMEMBERED - 1)] === MARK.used) return 'used'
  const place = placeInLine(line, number, now)
  // While the lot is drawn a place may lie beyond the numbers given so far: with nobody left to call it is called too.
  if (place >= line.called && waitingIn(line) > 0) return 'waiting'
  const calledThen = calledAt[(second + 1) % calledAt.length] as number
  return place < calledThen && now > toldAt + options.claimMs ? 'late' : 'called'
}

/** The holder of a new number was told when to come. */
export const noteFirstTold = ({ showUp }: WaitingLine, toldAt: number): void => noteTold(showUp, toldAt)

/** The holder of a number came again, whether or not there is room. */
export function noteThere({ marks, showUp }: WaitingLine, { number, toldAt }: Place): void {
  const at = number & (REMEMBERED - 1)
  if (marks[at] !== MARK.none) return
  marks[at] = MARK.came
  noteCame(showUp, toldAt)
}

export function useNumber({ marks }: WaitingLine, number: number): void {
  marks[number & (REMEMBERED - 1)] = MARK.used
}

function passSeconds(line: WaitingLine, now: number): void {
  const second = Math.floor(now / 1000)
  const { calledAt } = line
  for (let at = Math.max(line.second, second - calledAt.length); at < second; at++)
    calledAt[at % calledAt.length] = line.called
  line.second = second
}

/** What the windows since the last call were like. `pace`: answered a window while full. */
export type RoomSeen = { windows: number; pace: number; turnedAway: number; isSpare: boolean }

/** A little more than fits is called, so that a gap is filled by who is there already. */
const AMPLE = 1.05

/** Numbers that were called too soon are called back no faster than so many times what fits. */
const BACK_MOST = 4

/**
 * Calls as many as fit, more where part of those told to come do not, fewer while some of those called find no room. Where many do the
 * last are called back: who waits beside the line comes in out of order, and asks again and again. Room counts as spare from when it stands
 * empty until somebody who was called finds none.
 */
export function callNumbers(line: WaitingLine, { windows, pace, turnedAway, isSpare }: RoomSeen, now: number): void {
  passSeconds(line, now)
  if (waitingIn(line) > 0) line.waitedAt = now
  if (turnedAway > 0) line.spareRun = 0
  else if (isSpare) line.spareRun += windows
  passShowUp(line.showUp, { now, windows })
  const fits = ((pace * AMPLE) / showUpRate(line.showUp)) * windows
  const held = Math.max(-BACK_MOST, 1 - turnedAway / (pace * windows))
  line.called = Math.max(
    0,
    Math.min(line.issued, line.called + fits * (isSpare && isRoomSpare(line, 'nearly') ? 2 : held)),
  )
}

/** Room that stood empty for so many windows is given to who comes a little before their turn, and later to whoever comes. */
const SPARE = { nearly: 3, anybody: 6 }

export const isRoomSpare = ({ spareRun }: WaitingLine, who: keyof typeof SPARE): boolean => spareRun >= SPARE[who]

/** Whoever has less than this to wait is nearly called. */
export const NEARLY_MS = 2000

/** Who has not long to wait comes back when it is time; who has, after half of what is beyond that, and hears a better figure. */
const SOON_MS = 4000
const PART = 1 / 2
/** At an opening the pace may turn out four times what it was taken for, and nobody is sent away for long on a guess. */
const GUESS = { part: 1 / 4, mostMs: 10_000 }
/** So much before their turn people are there: room never waits for somebody on the way. */
const EARLY_MS = 1000
/** Bounds of what anybody is told. */
const TELL_MS = { min: 500, max: 300_000 }

/** `isGuess`: the lot is still being drawn, and the place is what it would be by what came so far. */
export type LineWait = { place: number; ahead: number; waitMs: number; backMs: number; isGuess: boolean }

/** How many stand before a place, how long that takes, and when to come back. `paceMs`: orders a ms that fit. */
export function waitOf(line: WaitingLine, number: number, { paceMs, now }: { paceMs: number; now: number }): LineWait {
  const place = placeInLine(line, number, now)
  const ahead = Math.max(0, place - Math.floor(line.called))
  const waitMs = (ahead * showUpRate(line.showUp)) / paceMs
  const isGuess = now < line.lot.closesAt
  const part = waitMs <= SOON_MS ? waitMs : SOON_MS + (waitMs - SOON_MS) * PART
  const backMs = isGuess ? Math.min(GUESS.mostMs, waitMs * GUESS.part) : Math.min(TELL_MS.max, part - EARLY_MS)
  return { place, ahead, waitMs, backMs: Math.round(Math.max(TELL_MS.min, backMs)), isGuess }
}
