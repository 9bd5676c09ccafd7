import { ApiFailure } from '../../http/api-failure.ts'

/** One entry of a batch: what it says, or that it is not JSON. `index` is its position, counted from 0. */
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
  const end = text.indexOf('\n')
  return end > 0 && text[0] === '{' && readEntry(text.slice(0, end)).readable
}

/**
 * The entries of a batch, whichever way it is written: NDJSON (blank lines skipped), a JSON list, `{"events":[…]}` or one
 * event. The content itself decides, because senders are careless with Content-Type.
 * Errors: throws `invalid_json` when a body that is no NDJSON cannot be read.
 */
export function splitBatch(body: string): BatchEntry[] {
  const text = body.replace(/^\uFEFF/, '').trim()
  if (text === '') return []
  if (isLines(text) || (text[0] !== '[' && text[0] !== '{'))
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readEntry)
  const whole = readEntry(text)
  if (whole.readable) return entriesOf(whole.value)
  // A first line that is broken must not hide the good ones after it.
  if (text[0] === '{' && text.includes('\n')) return text.split('\n').map(readEntry)
  throw new ApiFailure('invalid_json')
}
