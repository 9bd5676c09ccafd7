import { OCCASION_KINDS, RECURRENCES, type ReadEntry, TMALL_OCCASIONS } from '@zhanggui/calendar'
import { addDays, isBusinessDay } from '@zhanggui/kernel'
import type { ResourceData } from '../../admin/resources/define-resource.ts'

const STATED_COUNTED = new Map([
  ['true', true],
  ['false', false],
])
const NAME_MAX = 120
const NOTE_MAX = 4000

const dayIn = (text: string | undefined): string | null => (text && isBusinessDay(text) ? text : null)
const oneOf = (text: string | undefined, known: readonly string[]): string | null =>
  text !== undefined && known.includes(text) ? text : null

/** Our own entries state their main day and burst; anybody else's are a burst from the first day to the last. */
function daysOf({ from, to, facts }: ReadEntry): ResourceData {
  const last = addDays(to, -1)
  const stated = dayIn(facts['main-day'])
  const mainDay = stated && from <= stated && stated <= last ? stated : from
  const first = dayIn(facts['first-day']) ?? from
  const end = dayIn(facts['last-day']) ?? last
  const sound = from <= first && first <= mainDay && mainDay <= end && end <= last
  const [fromDay, toDay] = sound ? [first, end] : [from, last]
  return {
    mainDay,
    fromDay: fromDay === mainDay ? null : fromDay,
    toDay: toDay === mainDay ? null : toDay,
    preheatFromDay: from < fromDay ? from : null,
    closingToDay: last > toDay ? last : null,
  }
}

/** An entry of a calendar file as a record. A foreign entry is no campaign until somebody says so. */
export function entryData(entry: ReadEntry): ResourceData {
  const { summary, description, facts, source, uid, recurs } = entry
  const weight = Number(facts.weight)
  return {
    ...daysOf(entry),
    name: (summary || '未命名').slice(0, NAME_MAX),
    note: description.slice(0, NOTE_MAX) || null,
    kind: oneOf(facts.kind, OCCASION_KINDS),
    recurs: oneOf(facts.recurs, RECURRENCES) ?? (recurs === 'yearly' ? 'yearly' : null),
    replaces: oneOf(
      facts.replaces,
      TMALL_OCCASIONS.map(({ id }) => id),
    ),
    counted: source === 'shop' ? (STATED_COUNTED.get(facts.counted ?? '') ?? null) : false,
    weight: Number.isInteger(weight) && weight >= 1 && weight <= 10 ? weight : null,
    uid: uid.slice(0, 300),
  }
}
