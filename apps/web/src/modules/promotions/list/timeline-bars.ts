import type { PromotionSummary } from '@zhanggui/contract'

const DAY_MS = 86_400_000

/** A stretch of time with the promotions in it; places are shares of the width. */
export type Timeline = {
  fromMs: number
  toMs: number
  nowShare: number
  bars: { id: string; name: string; state: PromotionSummary['state']; start: number; width: number }[]
  ticks: { at: number; ms: number }[]
}

const TICKS = 6
const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/**
 * The window around now that holds what runs and what comes: from two weeks ago to six weeks ahead, wider when a promotion that is
 * not over reaches further. Bars in the order of their beginning.
 */
export function timelineOf(promotions: readonly PromotionSummary[], nowMs: number): Timeline {
  const live = promotions.filter(({ state }) => state !== 'ended')
  const starts = live.map(({ from }) => Date.parse(from))
  const ends = live.map(({ until }) => Date.parse(until))
  const fromMs = Math.max(Math.min(nowMs - 14 * DAY_MS, ...starts), nowMs - 60 * DAY_MS)
  const toMs = Math.min(Math.max(nowMs + 42 * DAY_MS, ...ends), nowMs + 366 * DAY_MS)
  const share = (ms: number) => (ms - fromMs) / (toMs - fromMs)
  const seen = promotions.filter(({ from, until }) => Date.parse(until) > fromMs && Date.parse(from) < toMs)
  return {
    fromMs,
    toMs,
    nowShare: share(nowMs),
    bars: [...seen]
      .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
      .map(({ id, name, state, from, until }) => {
        const start = clamp(share(Date.parse(from)))
        return { id, name, state, start, width: clamp(share(Date.parse(until))) - start }
      }),
    ticks: Array.from({ length: TICKS }, (_, i) => ({ at: i / TICKS, ms: fromMs + ((toMs - fromMs) * i) / TICKS })),
  }
}
