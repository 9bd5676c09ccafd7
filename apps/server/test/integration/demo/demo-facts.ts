import { FACT_TABLES } from '@zhanggui/facts'
import type { Context } from '../../../src/context.ts'

/** When a row came, and in which wording of a record it was last mirrored: not what it says. */
const PROVENANCE = new Set(['received_at', 'content_hash', 'version', 'import_id'])

/** Rows of the shop in each fact table, and a hash over all of them that does not depend on their order. */
export async function demoFacts(
  context: Context,
  store: string,
): Promise<Record<string, { rows: number; hash: string }>> {
  const entries = FACT_TABLES.map(async ({ name, mode, columns }) => {
    const kept = columns.map((c) => c.name).filter((c) => !PROVENANCE.has(c))
    const [found] = await context.facts.query<{ rows: number; hash: string }>(
      `SELECT count() AS rows, toString(sum(cityHash64(${kept.map((c) => `ifNull(toString(${c}), 'null')`).join(', ')}))) AS hash
FROM ${name}${mode === 'replace' ? ' FINAL' : ''}
WHERE store = {store:String}`,
      { store },
    )
    return [name, found ?? { rows: 0, hash: '' }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
