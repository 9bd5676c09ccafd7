import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { DayRange } from '../aligned-range.ts'
import { compareDays } from '../day-order.ts'
import { lunarFestivalsBetween } from '../lunar-festivals.ts'
import { observancesBetween } from '../observances.ts'
import type { BlockId } from '../themes/building-blocks.ts'
import { indexOver, type Seasonality } from '../themes/propose-products.ts'
import type { Theme } from '../themes/theme.ts'
import { THEMES, themesOn } from '../themes/theme-library.ts'
import { weekdayOf } from '../weekday.ts'
import { type CalendarGap, findGaps, GAP_DAYS_MIN, middleOf } from './find-gaps.ts'
import type { ForecastDip } from './forecast-dips.ts'

/** An event that would fill a hole; half-open days, `mainDay` inside. */
export type EventProposal = {
  id: string
  reason: 'gap' | 'dip'
  kind: 'categoryDay' | 'theme'
  nameZh: string
  nameEn: string
  from: BusinessDay
  to: BusinessDay
  mainDay: BusinessDay
  themeId: string | null
  category: string | null
  blocks: readonly BlockId[]
  /** The hole it fills: days without an event, or how deep the forecast sags there. */
  hole: { from: BusinessDay; to: BusinessDay; days: number; depth: number | null }
}

export type ProposalOptions = {
  gaps: readonly CalendarGap[]
  dips?: readonly ForecastDip[]
  busy: readonly { from: BusinessDay; to: BusinessDay }[]
  /** By category; the strongest in season gets the day. */
  seasonality?: readonly Seasonality[]
  themes?: readonly Theme[]
  daysMin?: number
}

/** A weekend of three days, with two free days to its neighbours: defaults of ours. */
const EVENT_DAYS = 3
const BREATH_DAYS = 2
const FRIDAY = 5
/** How far from the middle of a hole a weekend is still better than a working day. */
const FRIDAY_WORTH_DAYS = 4

const overlaps = (a: DayRange, b: DayRange): boolean => a.from < b.to && b.from < a.to
const withBreath = ({ from, to }: DayRange): DayRange => ({
  from: addDays(from, -BREATH_DAYS),
  to: addDays(to, BREATH_DAYS),
})

/** Days of a possible event within a hole, nearest to its middle first; a Friday may lie a few days farther off. */
function placesIn(hole: DayRange): DayRange[] {
  const middle = daysBetween(hole.from, middleOf(hole))
  const places: { from: BusinessDay; to: BusinessDay; distance: number }[] = []
  for (let i = 0; i + EVENT_DAYS <= daysBetween(hole.from, hole.to); i++) {
    const from = addDays(hole.from, i)
    const distance = Math.abs(i + 1 - middle) + (weekdayOf(from) === FRIDAY ? 0 : FRIDAY_WORTH_DAYS)
    places.push({ from, to: addDays(from, EVENT_DAYS), distance })
  }
  return places.sort((a, b) => a.distance - b.distance || compareDays(a.from, b.from))
}

function placeEvent(hole: DayRange, busy: readonly DayRange[]): DayRange | undefined {
  const near = busy.filter((b) => overlaps(withBreath(hole), b))
  const breath = near.map(withBreath)
  const places = placesIn(hole)
  const clearOf = (others: readonly DayRange[]): DayRange | undefined =>
    places.find((place) => !others.some((b) => overlaps(place, b)))
  return clearOf(breath) ?? clearOf(near)
}

/** What the event is about: a day that shoppers know, else a theme in season, else the category that sells best then. */
function subjectOf(place: DayRange, { seasonality = [], themes = THEMES }: ProposalOptions) {
  const named = [...observancesBetween(place.from, place.to), ...lunarFestivalsBetween(place.from, place.to)][0]
  const [theme] = themesOn(place.from, themes)
  const best = seasonality
    .map((s) => ({ category: s.category, index: indexOver(s.indexByMonth, place) }))
    .filter((s): s is { category: string; index: number } => s.index !== null && s.index > 1)
    .sort((a, b) => b.index - a.index)[0]
  if (named)
    return {
      kind: 'theme' as const,
      nameZh: `${named.nameZh}主题活动`,
      nameEn: `${named.nameEn} theme`,
      theme: theme ?? null,
      category: best?.category ?? null,
    }
  if (best)
    return {
      kind: 'categoryDay' as const,
      nameZh: `${best.category}品类日`,
      nameEn: `${best.category} category day`,
      theme: theme ?? null,
      category: best.category,
    }
  if (theme)
    return {
      kind: 'theme' as const,
      nameZh: `${theme.nameZh}主题活动`,
      nameEn: `${theme.nameEn} event`,
      theme,
      category: null,
    }
  return { kind: 'categoryDay' as const, nameZh: '品类日', nameEn: 'Category day', theme: null, category: null }
}

function propose(
  reason: EventProposal['reason'],
  hole: EventProposal['hole'],
  { place, options }: { place: DayRange; options: ProposalOptions },
): EventProposal {
  const { kind, nameZh, nameEn, theme, category } = subjectOf(place, options)
  return {
    id: `${reason}-${place.from}`,
    reason,
    kind,
    nameZh,
    nameEn,
    from: place.from,
    to: place.to,
    mainDay: addDays(place.from, 1),
    themeId: theme?.id ?? null,
    category,
    blocks: theme?.blocks ?? ['flashSale'],
    hole,
  }
}

/**
 * Events that fill the gaps of a calendar and the dips of a forecast. A long gap gets as many as it takes to leave none of
 * `daysMin` days; a dip that an event already lies in, or that gets one from a gap, gets no second.
 * Shape: in time order, clear of everything in `busy` and of each other.
 */
export function proposeEvents(options: ProposalOptions): EventProposal[] {
  const { gaps, dips = [], busy, daysMin = GAP_DAYS_MIN } = options
  const proposals: EventProposal[] = []
  // A season's theme carries one event; the next gap in it gets a category day.
  const fresh = (): ProposalOptions => {
    const used = new Set(proposals.map(({ themeId }) => themeId))
    return { ...options, themes: (options.themes ?? THEMES).filter(({ id }) => !used.has(id)) }
  }
  const taken = (): DayRange[] => [...busy, ...proposals]
  const fill = (gap: CalendarGap, hole: EventProposal['hole']): void => {
    const place = placeEvent(gap, taken())
    if (!place) return
    proposals.push(propose('gap', hole, { place, options: fresh() }))
    for (const rest of findGaps(gap, [{ id: 'proposal', ...place }], { daysMin })) fill(rest, hole)
  }
  for (const gap of gaps) fill(gap, { from: gap.from, to: gap.to, days: gap.days, depth: null })
  for (const dip of dips) {
    if (taken().some((b) => overlaps(b, dip))) continue
    const place = placeEvent(dip, taken())
    if (place) proposals.push(propose('dip', dip, { place, options: fresh() }))
  }
  return proposals.sort((a, b) => compareDays(a.from, b.from))
}
