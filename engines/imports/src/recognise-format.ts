import { normaliseHeader } from '@zhanggui/text'
import { IMPORT_FORMATS } from './formats/index.ts'
import type { ImportFormat } from './import-format.ts'

const alternatives = (entry: string): string[] => entry.split('|').map(normaliseHeader)

const fits = (format: ImportFormat, headers: ReadonlySet<string>): boolean =>
  format.signature.length > 0 && format.signature.every((entry) => alternatives(entry).some((h) => headers.has(h)))

/** The known form that these headers belong to: the one that explains most of them. `null` when none fits. */
export function recogniseFormat(headers: readonly string[], formats = IMPORT_FORMATS): ImportFormat | null {
  const present = new Set(headers.map(normaliseHeader))
  const found = formats.filter((f) => fits(f, present))
  return found.toSorted((a, b) => b.signature.length - a.signature.length)[0] ?? null
}

/** The form of a file without a header row, by what its first rows look like. */
export function recogniseHeadless(rows: readonly (readonly string[])[], formats = IMPORT_FORMATS): ImportFormat | null {
  const matches = (format: ImportFormat): boolean => {
    const { headless } = format
    if (!headless || rows.length === 0) return false
    return rows.every(
      (row) => row.length === headless.cells.length && headless.cells.every((p, i) => p.test(row[i] ?? '')),
    )
  }
  return formats.find(matches) ?? null
}

/** Errors: `null` for an id that no format has. */
export const findFormat = (id: string): ImportFormat | null => IMPORT_FORMATS.find((f) => f.id === id) ?? null
