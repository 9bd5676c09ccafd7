/** One record of a sample; quotes open at the start of a cell only, as in the real reader. */
function parseRecord(text: string, start: number, delimiter: string): { cells: string[]; next: number } {
  const cells: string[] = []
  let at = start
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote < 0) return { cells: [...cells, text.slice(at)], next: text.length }
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    }
    const plain = at
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
    cells.push(cell + text.slice(plain, at))
    if (text[at] === delimiter) {
      at++
      continue
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    return { cells, next: at }
  }
}

/** The first records of a table as cells. */
export function parseSample(text: string, delimiter: string | null, rowsMax: number): string[][] {
  const rows: string[][] = []
  if (delimiter === null)
    return text
      .split(/\r?\n/)
      .slice(0, rowsMax)
      .map((line) => line.trim().split(/\s+/))
  for (let at = 0; at < text.length && rows.length < rowsMax; ) {
    const { cells, next } = parseRecord(text, at, delimiter)
    rows.push(cells.length === 1 && cells[0]?.trim() === '' ? [] : cells)
    at = next
  }
  return rows
}
