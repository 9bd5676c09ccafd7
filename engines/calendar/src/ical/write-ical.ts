import type { BusinessDay } from '@zhanggui/kernel'
import ICAL from 'ical.js'
import type { CalendarEntry } from './calendar-entry.ts'
import { foldLines } from './fold-lines.ts'

const PRODUCT = '-//Zhanggui//Calendar//ZH'

const dateOf = (day: BusinessDay) => ICAL.Time.fromDateString(day)

/** Control characters are no iCalendar text; a line break is. */
const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

function eventOf(entry: CalendarEntry, stampedAt: Date) {
  const event = new ICAL.Component('vevent')
  event.updatePropertyWithValue('uid', entry.uid)
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stampedAt, true))
  event.updatePropertyWithValue('dtstart', dateOf(entry.from))
  event.updatePropertyWithValue('dtend', dateOf(entry.to))
  event.updatePropertyWithValue('summary', cleanText(entry.summary))
  if (entry.description) event.updatePropertyWithValue('description', cleanText(entry.description))
  if (entry.categories.length > 0) {
    const categories = new ICAL.Property('categories')
    categories.setValues(entry.categories.map(cleanText))
    event.addProperty(categories)
  }
  // An all-day promotion does not make its reader busy.
  event.updatePropertyWithValue('transp', 'TRANSPARENT')
  event.updatePropertyWithValue('x-zhanggui-source', entry.source)
  for (const [name, value] of Object.entries(entry.facts))
    event.updatePropertyWithValue(`x-zhanggui-${name}`, cleanText(value).replaceAll('\n', ' '))
  return event
}

/**
 * A calendar file (RFC 5545): all-day events, lines folded at 75 octets, CRLF.
 * `stampedAt` is when the file was made; everything else of the text depends on the entries alone.
 */
export function writeICalendar(input: { name: string; entries: readonly CalendarEntry[]; stampedAt: Date }): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', PRODUCT)
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('x-wr-calname', cleanText(input.name).replaceAll('\n', ' '))
  for (const entry of input.entries) calendar.addSubcomponent(eventOf(entry, input.stampedAt))
  return foldLines(`${calendar.toString()}\r\n`)
}
