import { normaliseHeader } from '@zhanggui/text'
import type { ImportFormat } from './import-format.ts'

export type MappedColumn = { column: number; header: string; field: string | null; confidence: number }

/** Position of `name` or of its n-th repetition (`name#2`); -1 when absent. */
function positionOf(headers: readonly string[], name: string): number {
  const [, base = name, nth = '1'] = /^(.*?)#(\d+)$/.exec(name) ?? []
  const places = headers.flatMap((h, i) => (h === normaliseHeader(base) ? [i] : []))
  return places[Number(nth) - 1] ?? -1
}

/**
 * The columns of a recognised file by its format's declaration: by name, so that chosen columns and new ones do no harm.
 * Shape: one entry a column, in the file's order.
 */
export function mapByFormat(format: ImportFormat, headers: readonly string[]): MappedColumn[] {
  const normal = headers.map(normaliseHeader)
  const fieldAt = new Map<number, string>()
  for (const [field, names] of Object.entries(format.fields)) {
    const column = names.map((n) => positionOf(normal, n)).find((i) => i >= 0 && !fieldAt.has(i))
    if (column !== undefined) fieldAt.set(column, field)
  }
  return headers.map((header, column) => {
    const field = fieldAt.get(column) ?? null
    return { column, header, field, confidence: field ? 1 : 0 }
  })
}
