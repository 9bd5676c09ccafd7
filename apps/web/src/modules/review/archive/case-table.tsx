import type { ArchiveCase } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from '../library/report-table.module.css'
import { caseLink } from './case-link.ts'
import { strings } from './strings.ts'

/** One row a case: what it was, how it was built, what it brought, how often it was used again. */
export function CaseTable({ cases }: { cases: readonly ArchiveCase[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const columns: Column<ArchiveCase>[] = [
    {
      key: 'name',
      title: t.name,
      render: (one) => (
        <span className={styles.name}>
          <Link to={caseLink(store, one)}>{one.title}</Link>
          <span className={styles.lead}>{one.summary}</span>
        </span>
      ),
    },
    { key: 'source', title: t.source, render: ({ source }) => t[source] },
    { key: 'mechanic', title: t.mechanic, width: 240, render: ({ mechanics }) => mechanics.join('、') || '–' },
    { key: 'category', title: t.category, width: 180, render: ({ categories }) => categories.join('、') || '–' },
    {
      key: 'result',
      title: t.result,
      numeric: true,
      render: ({ paidCents, targetCents }) => (
        <span data-value={paidCents ?? ''}>
          {format.short(paidCents, 'money')}
          {paidCents !== null && targetCents ? ` · ${t.ofTarget(format.percent(paidCents / targetCents))}` : ''}
        </span>
      ),
    },
    {
      key: 'reuses',
      title: t.reuses,
      numeric: true,
      render: ({ reuses }) => <span data-value={reuses}>{t.times(format.count(reuses))}</span>,
      sort: (a, b) => a.reuses - b.reuses,
    },
  ]
  return <DataTable label={t.found} rows={cases} rowKey={({ source, id }) => `${source}/${id}`} columns={columns} />
}
