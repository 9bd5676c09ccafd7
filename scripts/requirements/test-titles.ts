// A title opens the arguments of test, it or describe, or of what `.each(…)`, `.skipIf(…)` and the like give back.
const TITLE = /(?:\b(?:test|it|describe)((?:\.\w+)*)|[)`])\(\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/g
const IDS = /\[([^\]]*\b[PX]\d[^\]]*)\]/g
const ID = /\b(?:P\d+\.\d+|X\d+)\b/g

/** Ids that stand in brackets in the titles of one test file. A test that never runs (`skip`, `todo`) proves nothing. */
export function idsInTitles(source: string): Set<string> {
  const ids = new Set<string>()
  for (const [, modifiers = '', , title = ''] of source.matchAll(TITLE)) {
    if (/\.(skip|todo)\b/.test(modifiers)) continue
    for (const [, inside = ''] of title.matchAll(IDS)) for (const [id] of inside.matchAll(ID)) ids.add(id)
  }
  return ids
}

/**
 * Which test files carry which row.
 * Shape: id → paths in alphabetical order, from path → source text.
 */
export function collectCarriers(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const carriers = new Map<string, string[]>()
  for (const path of [...files.keys()].sort()) {
    for (const id of idsInTitles(files.get(path) ?? '')) carriers.set(id, [...(carriers.get(id) ?? []), path])
  }
  return carriers
}
