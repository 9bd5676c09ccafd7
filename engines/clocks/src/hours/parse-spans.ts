import { err, ok, type Result } from '@zhanggui/kernel'
import type { DaySpan, DaySpans } from './service-hours.ts'

const DAY_MINUTES = 1440
const SPAN = /^(\d{1,2}):(\d{2})-(次日|\+)?(\d{1,2}):(\d{2})$/

const minuteOf = (hour: string | undefined, minute: string | undefined): number | null => {
  const [h, m] = [Number(hour), Number(minute)]
  return h <= 24 && m < 60 && h * 60 + m <= DAY_MINUTES ? h * 60 + m : null
}

function parseSpan(text: string): DaySpan | null {
  const [, fromHour, fromMinute, next, toHour, toMinute] = SPAN.exec(text) ?? []
  const [from, to] = [minuteOf(fromHour, fromMinute), minuteOf(toHour, toMinute)]
  if (from === null || to === null || from === DAY_MINUTES) return null
  // An end that is not after the beginning is the next morning's, as a rota writes 22:00-06:00.
  const end = next !== undefined || to <= from ? to + DAY_MINUTES : to
  return end - from > DAY_MINUTES ? null : { from, to: end }
}

/**
 * Spans as people write them: `09:00-12:00, 13:30-18:00`, a night `22:00-06:00` or `22:00-次日06:00`; `休` or nothing is
 * closed, `全天` the whole day. Full-width signs and dashes are read as plain ones.
 * Errors: `bad_span` with the part that is no span.
 * @example parseSpans('9:00-12:00，13:30-18:00') // { ok: true, value: [{ from: 540, to: 720 }, { from: 810, to: 1080 }] }
 */
export function parseSpans(text: string): Result<DaySpans, { code: 'bad_span'; part: string }> {
  const plain = text
    .normalize('NFKC')
    .replace(/[–—~～至]/g, '-')
    .replace(/\s/g, '')
  if (plain === '' || plain === '休' || plain === '-') return ok([])
  if (plain === '全天') return ok([{ from: 0, to: DAY_MINUTES }])
  const spans: DaySpan[] = []
  for (const part of plain.split(/[,、;]/)) {
    const span = parseSpan(part)
    if (!span) return err({ code: 'bad_span', part })
    spans.push(span)
  }
  return ok(spans)
}

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The writing that `parseSpans` reads back. @example printSpans([{ from: 1320, to: 1800 }]) // '22:00-06:00' */
export const printSpans = (spans: DaySpans): string =>
  spans.map(({ from, to }) => `${clockText(from)}-${clockText(to > DAY_MINUTES ? to - DAY_MINUTES : to)}`).join(', ')
