import { ApiFailure } from '../../http/api-failure.ts'

/** One entry of a batch: what it says, or that it is not JSON. */
export type BatchEntry = { readable: true; value: unknown } | { readable: false }

const readEntry = (line: string): BatchEntry => {
  try {
    return { readable: true, value: JSON.parse(line) }
  } catch {
    return { readable: false } // Named by its position in the answer; the other events are not held up.
  }
}

const readable = (value: unknown): BatchEntry => ({ readable: true, value })

/** A whole body of JSON: a list, `{"events":[…]}`, or one event. */
function entriesOf(whole: unknown): BatchEntry[] {
  if (Array.isArray(whole)) return whole.map(readable)
  if (typeof whole === 'object' && whole !== null && 'events' in whole && Array.isArray(whole.events))
    return whole.events.map(readable)
  return [readable(whole)]
}

/** True when the first line already is a whole JSON object, so the rest are lines as well. */
function isLines(text: string): boolean {
  if (text[0] !== '[' && text[0] !== '{') return true
  const end = text.indexOf('\n')
  return end > 0 && text[0] === '{' && readEntry(text.slice(0, end)).readable
}

/** Counted before anything is read: sixteen megabytes of tiny lines would hold the server up. */
function readLines(text: string, entriesMax: number): BatchEntry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > entriesMax) throw new ApiFailure('payload_too_large')
  return lines.map(readEntry)
}

/**
 * The entries of a batch, whichever way it is written: NDJSON (blank lines skipped), a JSON list, `{"events":[…]}` or one
 * event. The content itself decides, because senders are careless with Content-Type.
 * Errors: throws `payload_too_large` beyond `entriesMax`, `invalid_json` when a body that is no NDJSON cannot be read.
 */
export function splitBatch(body: string, entriesMax: number): BatchEntry[] {
  const text = body.replace(/^\uFEFF/, '').trim()
  if (text === '') return []
  if (isLines(text)) return readLines(text, entriesMax)
  const whole = readEntry(text)
  // A first line that is broken must not hide the good ones after it.
  if (!whole.readable && text[0] === '{' && text.includes('\n')) return readLines(text, entriesMax)
  if (!whole.readable) throw new ApiFailure('invalid_json')
  const entries = entriesOf(whole.value)
  if (entries.length > entriesMax) throw new ApiFailure('payload_too_large')
  return entries
}
