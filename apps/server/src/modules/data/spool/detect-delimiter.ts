import type { Dialect } from './dialect.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const

/** Counts outside quotes, so that `"a, b"` does not vote. */
function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (char === delimiter && !quoted) count++
  }
  return count
}

/** How many of the lines agree on the most common count above zero. */
function agreement(lines: readonly string[], delimiter: string): { lines: number; count: number } {
  const votes = new Map<number, number>()
  for (const line of lines) {
    const count = countOutsideQuotes(line, delimiter)
    if (count > 0) votes.set(count, (votes.get(count) ?? 0) + 1)
  }
  const [count = 0, agreeing = 0] = [...votes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { lines: agreeing, count }
}

const isBlankParted = (lines: readonly string[]): boolean => {
  const widths = lines.map((l) => l.trim().split(/\s+/).length)
  return (
    lines.length >= 2 &&
    widths.every((w) => w >= 3 && w === widths[1]) &&
    lines.slice(1).every((l) => /\d\s+\d/.test(l))
  )
}

/**
 * What parts the columns: the sign on whose number most lines agree; a tie goes to the one that makes more columns.
 * Shape: `null` for columns parted by runs of blanks. A single column counts as comma separated.
 */
export function detectDelimiter(lines: readonly string[]): Dialect['delimiter'] {
  const [first = ''] = lines
  const told = /^sep=([,;\t|])$/i.exec(first.trim())?.[1]
  if (told) return told as Dialect['delimiter']
  const votes = DELIMITERS.map((d) => ({ d, ...agreement(lines, d) })).toSorted(
    (a, b) => b.lines - a.lines || b.count - a.count,
  )
  const [best] = votes
  if (best && best.count > 0) return best.d
  return isBlankParted(lines) ? null : ','
}
