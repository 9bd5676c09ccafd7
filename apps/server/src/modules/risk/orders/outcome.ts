import type { RiskLabel } from '../schema.ts'

/** A chargeback that has not come after so long is not waited for: the order counts as honest until somebody says otherwise. */
const WAIT_MS = 7 * 86_400_000

export const outcomeKnownBy = (now: Date): Date => new Date(now.getTime() - WAIT_MS)

/** Whether an order was a fraud; null: it is too early to say. */
export function isFraud({ label, at }: { label: RiskLabel | null; at: Date }, now: Date): boolean | null {
  if (label !== null) return label === 'fraud'
  return at <= outcomeKnownBy(now) ? false : null
}
