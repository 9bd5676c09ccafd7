import type { LedgerRow, RowState } from './ledger.ts'

export type LedgerCount = Record<RowState | 'total', number>

/** @example countRows(rows) // { total: 337, done: 18, part: 4, open: 315 } */
export function countRows(rows: readonly LedgerRow[]): LedgerCount {
  const count: LedgerCount = { total: rows.length, done: 0, part: 0, open: 0 }
  for (const row of rows) count[row.state]++
  return count
}

/**
 * What the ledger claims and the tests do not bear out, one sentence each; empty when all is well.
 * The X rows point at P rows: they may stand in a title, but are not counted.
 */
export function findFalseClaims(
  rows: readonly LedgerRow[],
  carriers: ReadonlyMap<string, readonly string[]>,
  knownTraps: ReadonlySet<string>,
): string[] {
  const known = new Set(rows.map((row) => row.id))
  const claims: string[] = []
  for (const row of rows) {
    const tests = carriers.get(row.id) ?? []
    if (row.state === 'done' && tests.length === 0)
      claims.push(`${row.id} is called done, but no test title carries [${row.id}]`)
    if (row.state === 'open') continue
    for (const listed of row.tests)
      if (!tests.includes(listed)) claims.push(`${row.id} lists ${listed}, whose titles do not carry [${row.id}]`)
  }
  for (const [id, paths] of carriers)
    if (!known.has(id) && !knownTraps.has(id)) claims.push(`[${id}] in ${paths.join(', ')} is no row of the ledger`)
  return claims
}

/** Ids of the traps (X01 …) listed at the end of the ledger. */
export const trapIds = (markdown: string): Set<string> =>
  new Set([...markdown.matchAll(/^- \*\*(X\d+)\*\*/gm)].map((match) => match[1] ?? ''))
