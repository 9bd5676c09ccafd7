import type { LiveStock } from '@zhanggui/contract'
import {
  type Candidate,
  type DemandClock,
  mustWarn,
  type StockOut,
  stockOut,
  substitutesFor,
} from '@zhanggui/inventory'
import { type IntradayCurve, type ItemSales, shareAt } from '@zhanggui/live'
import type { BoardClock } from './board-clock.ts'
import type { ShelfItem } from './item-shelf.ts'

/** Hours that the current pace is taken of. */
export const PACE_HOURS = 6
/** Warnings on the screen; the worst first. */
const SHOWN = 12
/** Stock-outs further ahead than this are no news today. */
const AHEAD_MINUTES = 1440

const MINUTES = 1440

/** Demand by the usual course of a day, day after day; without one it is taken to be even. */
export function demandClock(curve: IntradayCurve | null, minute: number): DemandClock {
  const share = (m: number): number => (curve ? shareAt(curve, m) : m / MINUTES)
  const until = (m: number): number => Math.floor(m / MINUTES) + share(m % MINUTES)
  return (minutes) => until(minute + minutes) - until(minute)
}

type Watched = { shelf: ShelfItem; onHand: number; recent: number; sold: number; out: StockOut; warn: boolean }

export type StockQuestion = {
  clock: BoardClock
  curve: IntradayCurve | null
  shelf: readonly ShelfItem[]
  /** Units sold since the shelves were counted, and in the last hours, by item. */
  soldSince: ReadonlyMap<string, number>
  recent: readonly ItemSales[]
  recentFromMinute: number
}

function watch(question: StockQuestion): Watched[] {
  const { clock, curve, shelf, soldSince, recent, recentFromMinute } = question
  const demand = demandClock(curve, clock.minute)
  const dayShare = Math.max(demandClock(curve, recentFromMinute)(clock.minute - recentFromMinute), 1 / MINUTES)
  const units = new Map(recent.map((row) => [row.item, row.units]))
  return shelf.map((item) => {
    const sold = soldSince.get(item.item) ?? 0
    const onHand = Math.max(0, item.onHand - sold)
    const pace = { units: Math.max(0, units.get(item.item) ?? 0), dayShare }
    const of = { onHand, pace, clock: demand }
    return { shelf: item, onHand, recent: pace.units, sold, out: stockOut(of), warn: mustWarn(of) }
  })
}

const candidateOf = ({ shelf, onHand, sold, out }: Watched): Candidate => ({
  item: shelf.item,
  title: shelf.title,
  category: shelf.category,
  brand: shelf.brand,
  priceCents: shelf.priceCents,
  marginCents: shelf.priceCents === null || shelf.costCents === null ? null : shelf.priceCents - shelf.costCents,
  onHand,
  minutesLeft: out.likely,
  unitsSold: sold,
})

/** Every item as a substitute is judged: for the map, and for filling places of a page. */
export const candidatesOf = (question: StockQuestion): Candidate[] => watch(question).map(candidateOf)

const at = (clock: BoardClock, minutes: number | null): string | null =>
  minutes === null ? null : new Date(clock.at.getTime() + minutes * 60_000).toISOString()

/** Sold out means it sold and is gone; what was empty before and sold nothing is not today's news. */
const isNews = ({ onHand, sold, out, recent }: Watched): boolean =>
  (onHand === 0 && sold > 0) || (onHand > 0 && recent > 0 && out.likely !== null && out.likely <= AHEAD_MINUTES)

/** Items that are gone or going today, the soonest first, each with what could take its place. */
export function stockWatch(question: StockQuestion): LiveStock[] {
  const watched = watch(question)
  const candidates = watched.map(candidateOf)
  const byItem = new Map(candidates.map((c) => [c.item, c]))
  return watched
    .filter(isNews)
    .sort(
      (a, b) =>
        (a.out.likely ?? 0) - (b.out.likely ?? 0) || b.recent - a.recent || (a.shelf.item < b.shelf.item ? -1 : 1),
    )
    .slice(0, SHOWN)
    .map(({ shelf, onHand, recent, out, warn }) => {
      const own = byItem.get(shelf.item)
      const substitutes = own && (warn || onHand === 0) ? substitutesFor(own, candidates).slice(0, 3) : []
      return {
        item: shelf.item,
        title: shelf.title,
        onHand,
        unitsLastHours: recent,
        earlyAt: at(question.clock, out.early),
        likelyAt: at(question.clock, out.likely),
        lateAt: at(question.clock, out.late),
        warn,
        soldOut: onHand === 0,
        substitutes: substitutes.map(({ item, score }) => ({ item, title: byItem.get(item)?.title ?? item, score })),
      }
    })
}
