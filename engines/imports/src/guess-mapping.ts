import { normaliseHeader } from '@zhanggui/text'
import type { ImportField, ImportTarget } from './import-target.ts'
import type { MappedColumn } from './map-by-format.ts'
import { IMPORT_TARGETS } from './targets/index.ts'

export type GuessedMapping = { target: ImportTarget; columns: MappedColumn[]; score: number }

const namesOf = (field: ImportField): string[] => [field.nameZh, field.nameEn, ...field.synonyms].map(normaliseHeader)

/** 1 the very name, 0.9 a synonym, 0.6 the name with something around it (`支付金额(元)`, `实付金额/元`), 0 otherwise. */
function likeness(header: string, field: ImportField): number {
  const [zh = '', en = '', ...synonyms] = namesOf(field)
  if (header === zh || header === en || header === normaliseHeader(field.id)) return 1
  if (synonyms.includes(header)) return 0.9
  const partial = [zh, ...synonyms].some((n) => n.length >= 2 && header.startsWith(n) && header.length - n.length <= 4)
  return partial ? 0.6 : 0
}

const mappable = (target: ImportTarget): ImportField[] => target.fields.filter((f) => f.follows === undefined)

/** Each field once, each column once, best likeness first; ties go to the earlier column. */
function guessFor(target: ImportTarget, headers: readonly string[]): GuessedMapping {
  const pairs = headers.flatMap((header, column) =>
    mappable(target).map((field) => ({ column, field, likeness: likeness(normaliseHeader(header), field) })),
  )
  const taken = new Map<number, { field: string; likeness: number }>()
  const used = new Set<string>()
  for (const pair of pairs
    .filter((p) => p.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness || a.column - b.column)) {
    if (taken.has(pair.column) || used.has(pair.field.id)) continue
    taken.set(pair.column, { field: pair.field.id, likeness: pair.likeness })
    used.add(pair.field.id)
  }
  const columns = headers.map((header, column) => {
    const hit = taken.get(column)
    return { column, header, field: hit?.field ?? null, confidence: hit?.likeness ?? 0 }
  })
  const missing = target.fields.filter((f) => f.required && !used.has(f.id)).length
  const score = columns.reduce((sum, c) => sum + c.confidence, 0) - 2 * missing
  return { target, columns, score }
}

/**
 * What an unknown file most likely is: the fact table whose fields its headers name best, and which column is which.
 * `only` fixes the table.
 */
export function guessMapping(headers: readonly string[], only?: ImportTarget): GuessedMapping {
  const guesses = (only ? [only] : IMPORT_TARGETS).map((t) => guessFor(t, headers))
  return guesses.reduce((best, g) => (g.score > best.score ? g : best))
}
