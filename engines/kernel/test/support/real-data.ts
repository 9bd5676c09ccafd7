import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where the public data sets lie: `ZHANGGUI_DATA`, or `../shared/data` beside the project. */
export const dataFolder = (): string =>
  process.env.ZHANGGUI_DATA ?? join(import.meta.dirname, '../../../../../shared/data')

export const hasData = (file: string): boolean => existsSync(join(dataFolder(), file))

function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const c = line[i]
    if (c === '"') {
      if (quoted && line[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = !quoted
    } else if (c === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += c
  }
  cells.push(cell)
  return cells
}

/** Rows of a packed CSV as cells in the order of `columns`. No cell of these files holds a line break. */
export function* readRows(file: string, columns: readonly string[]): Generator<string[]> {
  const text = gunzipSync(readFileSync(join(dataFolder(), file))).toString('utf8')
  const lines = text.split(/\r\n|\n|\r/)
  const header = splitLine(lines[0] ?? '').map((name) => name.trim())
  const places = columns.map((name) => header.indexOf(name))
  if (places.includes(-1)) throw new Error(`${file} lacks one of ${columns.join(', ')}`)
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]
    if (!line) continue
    const cells = splitLine(line)
    yield places.map((place) => cells[place] ?? '')
  }
}
