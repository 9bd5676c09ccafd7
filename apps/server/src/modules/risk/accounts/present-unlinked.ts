import type { RiskUnlinked } from '@zhanggui/contract'
import type { z } from 'zod'
import type { personMarks } from '../../promotions/people/schema.ts'

export type UnlinkedRow = typeof personMarks.$inferSelect

/** Who took a mark off, when and why; null where nobody did. */
export function presentUnlinked(
  row: UnlinkedRow | undefined,
  names: ReadonlyMap<string, string>,
): z.infer<typeof RiskUnlinked> | null {
  if (!row?.unlinkedAt) return null
  const by = row.unlinkedBy ?? ''
  return { at: row.unlinkedAt.toISOString(), by: names.get(by) ?? by, reason: row.unlinkReason ?? '' }
}
