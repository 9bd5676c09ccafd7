import { assert, type BusinessDay } from '@zhanggui/kernel'
import type { PointsMove } from './points-move.ts'

/** Points that lapse together, and of which order they came. */
export type PointsLot = { throughDay: BusinessDay; points: number; orderId: string | undefined }

/**
 * A buyer's points at the end of a day. given = outstanding − debt + used + taken back + lapsed, always.
 * `debt`: points of a returned order that were spent by then; the next ones pay it off.
 */
export type PointsPosition = {
  lots: readonly PointsLot[]
  balance: number
  debt: number
  given: number
  used: number
  takenBack: number
  lapsed: number
}

type Book = {
  lots: PointsLot[]
  debt: number
  given: number
  used: number
  takenBack: number
  lapsed: number
  /** What each order's points were taken from, to be put back there. */
  burnt: Map<string, PointsLot[]>
}

const byDay = (a: PointsLot, b: PointsLot): number =>
  a.throughDay < b.throughDay ? -1 : a.throughDay > b.throughDay ? 1 : 0

function lapse(book: Book, day: BusinessDay): void {
  for (const lot of book.lots) if (lot.throughDay < day) book.lapsed += lot.points
  book.lots = book.lots.filter((lot) => lot.throughDay >= day)
}

/** Takes points out of lots, those that lapse first before the others. Shape: what was taken of which. */
function take(lots: readonly PointsLot[], points: number): PointsLot[] {
  const taken: PointsLot[] = []
  let left = points
  for (const lot of lots) {
    const part = Math.min(left, lot.points)
    if (part > 0) taken.push({ ...lot, points: part })
    lot.points -= part
    left -= part
  }
  return taken
}

const sum = (lots: readonly PointsLot[]): number => lots.reduce((total, lot) => total + lot.points, 0)

function give(book: Book, lot: PointsLot): void {
  const payOff = Math.min(book.debt, lot.points)
  book.debt -= payOff
  book.lots = [...book.lots, { ...lot, points: lot.points - payOff }].sort(byDay)
}

function takeBack(book: Book, orderId: string, points: number): void {
  const own = book.lots.filter((lot) => lot.orderId === orderId)
  const taken = sum(take(own, points))
  const others = sum(take(book.lots, points - taken))
  book.takenBack += points
  book.debt += points - taken - others
}

function putBack(book: Book, orderId: string, points: number): void {
  const from = book.burnt.get(orderId) ?? []
  for (const lot of take(from.toReversed(), points)) give(book, lot)
  book.used -= points
}

function burn(book: Book, orderId: string, points: number): void {
  const taken = take(book.lots, points)
  assert(sum(taken) === points, 'nobody uses points that they do not have')
  book.used += points
  book.burnt.set(orderId, [...(book.burnt.get(orderId) ?? []), ...taken])
}

function add(book: Book, move: Extract<PointsMove, { kind: 'grant' | 'earn' }>): void {
  const { points, throughDay } = move
  book.given += points
  give(book, { throughDay, points, orderId: move.kind === 'earn' ? move.orderId : undefined })
}

function post(book: Book, move: PointsMove): void {
  assert(Number.isSafeInteger(move.points) && move.points > 0, 'points move in whole numbers above 0')
  lapse(book, move.day)
  if (move.kind === 'grant' || move.kind === 'earn') add(book, move)
  else if (move.kind === 'burn') burn(book, move.orderId, move.points)
  else if (move.kind === 'reverse_earn') takeBack(book, move.orderId, move.points)
  else putBack(book, move.orderId, move.points)
}

/**
 * What a buyer's moves come to at the end of a day: points that lapse first are used first, points that are given back lapse
 * when they would have lapsed, and those of a returned order are taken back even when they were spent (P6.11).
 * Shape: moves in the order in which they were made.
 */
export function pointsPosition(moves: readonly PointsMove[], asOfDay: BusinessDay): PointsPosition {
  const book: Book = { lots: [], debt: 0, given: 0, used: 0, takenBack: 0, lapsed: 0, burnt: new Map() }
  for (const move of moves) post(book, move)
  lapse(book, asOfDay)
  const lots = book.lots.filter(({ points }) => points > 0)
  const { debt, given, used, takenBack, lapsed } = book
  return { lots, balance: sum(lots) - debt, debt, given, used, takenBack, lapsed }
}
