/** A row as one line of RFC 4180 CSV, always quoted where it could matter. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((c) => (/[",\r\n]/.test(c) || c === '' ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`

/** Rows as chunks of CSV bytes of a useful size. */
export async function* csvBytes(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  let lines: string[] = []
  let size = 0
  for await (const row of rows) {
    // A row without cells is a blank line, so that rows keep their numbers.
    const line = row.length === 0 ? '\n' : csvLine(row)
    lines.push(line)
    size += line.length
    if (size < 256 * 1024) continue
    yield Buffer.from(lines.join(''))
    lines = []
    size = 0
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''))
}
