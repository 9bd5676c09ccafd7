/** An event's lines as they stand in the file, with the number of the first, counted from 1. */
export type EventBlock = { line: number; text: string }

export type SplitCalendar = {
  isCalendar: boolean
  zones: string[]
  events: EventBlock[]
  /** Blocks that begin and never end. */
  unclosed: EventBlock[]
}

const named = (line: string, word: string, name: string): boolean => line.trim().toUpperCase() === `${word}:${name}`

/**
 * The events and time zones of a calendar file, each by itself, so that one spoilt event does not take the others along.
 * Lines may end in CRLF, LF or CR; a byte-order mark is skipped.
 */
export function splitICalendar(file: string): SplitCalendar {
  const lines = file.replace(/^\u{feff}/u, '').split(/\r\n|\n|\r/)
  const found: SplitCalendar = { isCalendar: false, zones: [], events: [], unclosed: [] }
  let open: { kind: 'VEVENT' | 'VTIMEZONE'; line: number; lines: string[] } | null = null
  const close = (): void => {
    if (!open) return
    const block = { line: open.line, text: open.lines.join('\r\n') }
    if (open.kind === 'VTIMEZONE') found.zones.push(block.text)
    else found.events.push(block)
    open = null
  }
  lines.forEach((line, i) => {
    if (named(line, 'BEGIN', 'VCALENDAR')) found.isCalendar = true
    for (const kind of ['VEVENT', 'VTIMEZONE'] as const)
      if (named(line, 'BEGIN', kind)) {
        if (open) found.unclosed.push({ line: open.line, text: open.lines.join('\r\n') })
        open = { kind, line: i + 1, lines: [] }
      }
    if (!open) return
    open.lines.push(line)
    if (named(line, 'END', open.kind)) close()
  })
  const rest = open as { line: number; lines: string[] } | null
  if (rest) found.unclosed.push({ line: rest.line, text: rest.lines.join('\r\n') })
  return found
}
