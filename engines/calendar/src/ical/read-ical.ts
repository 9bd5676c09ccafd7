import type { BusinessDay } from '@zhanggui/kernel'
import ICAL from 'ical.js'
import { type CalendarEntry, ENTRY_SOURCES, type EntrySource } from './calendar-entry.ts'
import { type DayProblem, eventDays } from './event-days.ts'
import { type EventBlock, splitICalendar } from './split-ical.ts'

/** An entry as read; `recurs` is set for a plain yearly rule. A foreign entry has no source of ours. */
export type ReadEntry = Omit<CalendarEntry, 'source'> & {
  line: number
  source: EntrySource | null
  recurs: 'once' | 'yearly'
}

/**
 * Something in the file that could not be taken as it stands. With `kept` the entry is in the result all the same (a rule of
 * recurrence that we have no word for, a zone that nobody knows); without, it is not, and the line says where it is.
 */
export type ICalProblem = { line: number; summary: string; kept: boolean } & (
  | DayProblem
  | { code: 'unreadable'; value: string }
  | { code: 'unclosed'; value: string }
  | { code: 'recurrence'; value: string }
  | { code: 'cancelled'; value: string }
)

export type ICalContent =
  | { ok: true; entries: ReadEntry[]; problems: ICalProblem[] }
  | { ok: false; error: { code: 'not_icalendar' } | { code: 'too_many_events'; events: number; limit: number } }

/** A year of several shops is a few hundred; a file with more is no plan. */
export const EVENTS_MAX = 5000

const FACT = /^x-zhanggui-(.+)$/

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name)
  return typeof value === 'string' ? value.trim() : ''
}

function factsOf(event: ICAL.Component): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const property of event.getAllProperties()) {
    const name = FACT.exec(property.name)?.[1]
    if (name && name !== 'source') facts[name] = String(property.getFirstValue() ?? '')
  }
  return facts
}

const isSource = (text: string): text is EntrySource => (ENTRY_SOURCES as readonly string[]).includes(text)

/** `yearly` for a rule that says no more than that; any other rule is a problem to tell. */
function recurrenceOf(event: ICAL.Component): { recurs: 'once' | 'yearly'; unsaid: string | null } {
  const rule = event.getFirstPropertyValue('rrule')
  if (!rule) return { recurs: 'once', unsaid: event.getFirstProperty('rdate') ? 'RDATE' : null }
  const text = String(rule)
  const yearly = /^FREQ=YEARLY(;(INTERVAL=1|WKST=\w+|BYMONTH=\d+|BYMONTHDAY=\d+))*$/.test(text)
  return yearly ? { recurs: 'yearly', unsaid: null } : { recurs: 'once', unsaid: text }
}

/**
 * What makes an entry the same when it is read again: its UID, with the date of the one occurrence that it changes. Without
 * a UID the content stands in for it.
 */
function uidOf(event: ICAL.Component, from: BusinessDay, summary: string): string {
  const uid = textOf(event, 'uid') || `${from}/${summary}@no-uid.zhanggui`
  const changed = event.getFirstPropertyValue('recurrence-id')
  return changed ? `${uid}/${String(changed)}` : uid
}

function parseBlock(block: EventBlock, zones: readonly string[]): ICAL.Component | string {
  const text = ['BEGIN:VCALENDAR', ...zones, block.text, 'END:VCALENDAR'].join('\r\n')
  try {
    return new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? 'VEVENT'
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

type Read = { entry: ReadEntry | null; problems: ICalProblem[] }

function readEvent(block: EventBlock, zones: readonly string[], shopZone: string): Read {
  const event = parseBlock(block, zones)
  if (typeof event === 'string') {
    const summary = /^SUMMARY[^:\r\n]*:(.*)$/im.exec(block.text)?.[1] ?? ''
    return { entry: null, problems: [{ line: block.line, summary, kept: false, code: 'unreadable', value: event }] }
  }
  const summary = textOf(event, 'summary')
  const at = { line: block.line, summary }
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED')
    return { entry: null, problems: [{ ...at, kept: false, code: 'cancelled', value: summary }] }
  const days = safeDays(event, shopZone)
  if (!days.ok) return { entry: null, problems: [{ ...at, kept: false, ...days.problem }] }
  const { recurs, unsaid } = recurrenceOf(event)
  const problems: ICalProblem[] = []
  if (days.problem) problems.push({ ...at, kept: true, ...days.problem })
  if (unsaid) problems.push({ ...at, kept: true, code: 'recurrence', value: unsaid })
  const source = textOf(event, 'x-zhanggui-source')
  const entry: ReadEntry = {
    line: block.line,
    uid: uidOf(event, days.from, summary),
    summary,
    description: textOf(event, 'description'),
    from: days.from,
    to: days.to,
    categories: event.getFirstProperty('categories')?.getValues().map(String) ?? [],
    source: isSource(source) ? source : null,
    facts: factsOf(event),
    recurs,
  }
  return { entry, problems }
}

function safeDays(event: ICAL.Component, shopZone: string): ReturnType<typeof eventDays> {
  try {
    return eventDays(event, shopZone)
  } catch (cause) {
    return { ok: false, problem: { code: 'not_a_day', value: cause instanceof Error ? cause.message : String(cause) } }
  }
}

/**
 * The events of a calendar file as business days of the shop. A bad event never takes the others along: it is told with its
 * line, and everything readable is in `entries`. Days outside the years 1900–2099 are refused as not a day.
 * Errors: `not_icalendar` for a file that holds no calendar, `too_many_events`.
 */
export function readICalendar(file: string, { shopZone }: { shopZone: string }): ICalContent {
  const { isCalendar, zones, events, unclosed } = splitICalendar(file)
  if (!isCalendar) return { ok: false, error: { code: 'not_icalendar' } }
  if (events.length > EVENTS_MAX)
    return { ok: false, error: { code: 'too_many_events', events: events.length, limit: EVENTS_MAX } }
  const usable = zones.filter(
    (zone) => typeof parseBlock({ line: 0, text: 'BEGIN:VEVENT\r\nEND:VEVENT' }, [zone]) !== 'string',
  )
  const read = events.map((block) => readEvent(block, usable, shopZone))
  const open = unclosed.map(
    ({ line, text }): ICalProblem => ({ line, summary: '', kept: false, code: 'unclosed', value: text.slice(0, 80) }),
  )
  return {
    ok: true,
    entries: read.flatMap(({ entry }) => (entry ? [entry] : [])),
    problems: [...read.flatMap(({ problems }) => problems), ...open].sort((a, b) => a.line - b.line),
  }
}
