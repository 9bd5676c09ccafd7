import type { PlanSummary } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { PlanState } from './plan-state.tsx'
import styles from './plan-table.module.css'
import { strings } from './strings.ts'

/** Somebody did something, once. */
function Done({ by, at }: { by: string | null; at: string | null }) {
  const format = useFormat()
  const zone = useStoreTimeZone()
  if (by === null || at === null) return <>–</>
  return (
    <span className={styles.done}>
      <PersonName person={by} />
      <span className={styles.at}>{format.instant(at, zone)}</span>
    </span>
  )
}

/** The plans of a shop, the latest year first. */
export function PlanTable({ store, plans }: { store: string; plans: readonly PlanSummary[] }) {
  const t = useStrings(strings)
  const columns: Column<PlanSummary>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, name }) => (
        <Link className={styles.name ?? ''} to={`/stores/${store}/goals/plans/${id}`}>
          {name}
        </Link>
      ),
    },
    { key: 'year', title: t.year, render: ({ year }) => year },
    { key: 'state', title: t.state, render: (plan) => <PlanState plan={plan} /> },
    { key: 'approved', title: t.approved, render: (plan) => <Done by={plan.approvedBy} at={plan.approvedAt} /> },
    { key: 'confirmed', title: t.confirmed, render: (plan) => <Done by={plan.confirmedBy} at={plan.confirmedAt} /> },
    { key: 'updated', title: t.updated, render: (plan) => <Done by={plan.updatedBy} at={plan.updatedAt} /> },
  ]
  return <DataTable label={t.plans} columns={columns} rows={plans} rowKey={({ id }) => id} />
}
