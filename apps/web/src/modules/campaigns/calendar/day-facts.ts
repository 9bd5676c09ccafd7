import type { CalendarDay, CalendarOccasion, CalendarYear, GanttRow } from '@zhanggui/contract'
import { addDays, daysBetween } from '../../../range/day-arithmetic.ts'

/** An occasion on one of its days: which phase, how far from D0, and whether the day is called by its name. */
export type OccasionOn = {
  occasion: CalendarOccasion
  phase: 'preheat' | 'burst' | 'closing' | null
  offset: number
  names: boolean
}

/** All that is known of a day. */
export type DayFacts = {
  info: CalendarDay
  named: CalendarYear['named']
  occasions: OccasionOn[]
  planEvents: GanttRow[]
  due: GanttRow[]
}

export type FactsByDay = ReadonlyMap<string, DayFacts>

const phaseOn = ({ phases }: CalendarOccasion, day: string): OccasionOn['phase'] =>
  phases.find(({ from, to }) => from <= day && day < to)?.phase ?? null

/** Bursts before pre-heats, the shop's own before the platform's: the first one colours the day. */
const pull = ({ occasion, phase }: OccasionOn): number =>
  (occasion.counted ? 0 : 10) +
  (phase === 'burst' ? 0 : phase === 'closing' ? 2 : 4) +
  (occasion.origin === 'shop' ? 0 : 1)

function eachDay(from: string, to: string, visit: (day: string) => void): void {
  for (let day = from; day < to; day = addDays(day, 1)) visit(day)
}

/** D0 is called by the occasion, unless a festival of that name is another day: 中秋 sells four days before the moon is full. */
function namesDay(occasion: CalendarOccasion, day: string, named: CalendarYear['named']): boolean {
  if (day !== occasion.mainDay || !occasion.counted) return false
  return named.every((name) => name.nameZh !== occasion.nameZh || name.day === day)
}

/** The year by day. Tasks stand on their due day; with a plan its events too. */
export function factsByDay({ days, named, occasions, gantt, plan }: CalendarYear): FactsByDay {
  const facts = new Map(
    days.map((info): [string, DayFacts] => [info.day, { info, named: [], occasions: [], planEvents: [], due: [] }]),
  )
  for (const name of named) facts.get(name.day)?.named.push(name)
  for (const occasion of occasions)
    eachDay(occasion.from, occasion.to, (day) =>
      facts.get(day)?.occasions.push({
        occasion,
        phase: phaseOn(occasion, day),
        offset: daysBetween(occasion.mainDay, day),
        names: namesDay(occasion, day, named),
      }),
    )
  for (const row of gantt) {
    if (row.kind === 'task') facts.get(addDays(row.to, -1))?.due.push(row)
    else if (plan) eachDay(row.from, row.to, (day) => facts.get(day)?.planEvents.push(row))
  }
  for (const { occasions: found } of facts.values()) found.sort((a, b) => pull(a) - pull(b))
  return facts
}

/** How a day is coloured: by the occasion that pulls most, in the family of who states it. */
export type Tone = { family: 'platform' | 'shop' | 'silent'; phase: 'preheat' | 'burst' | 'closing' }

export function toneOf({ occasions }: DayFacts): Tone | null {
  const [first] = occasions
  if (!first?.phase) return null
  const { origin, counted } = first.occasion
  return { family: counted ? (origin === 'shop' ? 'shop' : 'platform') : 'silent', phase: first.phase }
}

/** The short word under a day's number: an occasion on its D0, a festival, a holiday's first day, else the lunar day. */
export function wordOf(facts: DayFacts, language: 'zh' | 'en'): { text: string; strong: boolean } {
  const main = facts.occasions.find(({ names }) => names)
  const name = (thing: { nameZh: string; nameEn: string }): string => (language === 'zh' ? thing.nameZh : thing.nameEn)
  if (main) return { text: name(main.occasion), strong: true }
  const [festival] = facts.named.toSorted((a, b) => rank(a.source) - rank(b.source))
  if (festival) return { text: name(festival), strong: festival.source !== 'solarTerm' }
  return { text: facts.info.lunar, strong: false }
}

const rank = (source: CalendarYear['named'][number]['source']): number =>
  source === 'lunar' ? 0 : source === 'observance' ? 1 : 2
