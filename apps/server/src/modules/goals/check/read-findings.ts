import type { CheckedFinding, FindingCounts, PlanFindings, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Finding } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { readPlan } from '../plans/read-plan.ts'
import { checkStoredPlan } from './check-stored-plan.ts'
import { keyOf } from './finding-id.ts'
import { type AcknowledgementRow, readAcknowledgements } from './read-acknowledgements.ts'

const present = (row: AcknowledgementRow, names: ReadonlyMap<string, string>): CheckedFinding['acknowledged'] => ({
  by: names.get(row.actor) ?? row.actor,
  at: row.acknowledgedAt.toISOString(),
  reason: row.reason,
  version: row.version,
})

const isOpen = ({ level, acknowledged }: CheckedFinding): boolean => level === 'error' || acknowledged === null

export function countChecked(findings: readonly CheckedFinding[]): FindingCounts {
  const counts = { error: 0, warning: 0, note: 0, acknowledged: 0 }
  for (const finding of findings) counts[isOpen(finding) ? finding.level : 'acknowledged']++
  return counts
}

/**
 * The findings of a stored plan with what people have let stand.
 * Errors: throws `not_found`.
 */
export async function readFindings(context: Context, store: Store, planId: string): Promise<PlanFindings> {
  const { plan } = await readPlan(context, store.id, planId)
  const found = await checkStoredPlan(context, store, plan)
  const rows = await readAcknowledgements(context, { store: store.id, plan: planId })
  const names = await namesOfActors(
    context,
    [...rows.values()].map((row) => row.actor),
  )
  const findings = found.map((finding: Finding): CheckedFinding => {
    const key = keyOf(finding)
    const row = finding.level === 'error' ? undefined : rows.get(key)
    const { at, figures, rows: ledger } = finding
    return {
      ...finding,
      at: { ...at },
      figures: { ...figures },
      rows: [...ledger],
      key,
      acknowledged: row ? present(row, names) : null,
    }
  })
  const checkedOn = businessDayOf(context.clock.now(), store.timezone)
  return { findings, counts: countChecked(findings), checkedOn }
}
