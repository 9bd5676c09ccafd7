import type { PromotionSummary } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PromotionState } from '../promotion-state.tsx'
import { useCatalogue } from '../use-promotions.ts'
import { BurnCell } from './burn-cell.tsx'
import styles from './promotion-table.module.css'
import { strings } from './strings.ts'

/** One row a promotion: state, time, what it is made of, what the check said, what it has cost. */
export function PromotionTable({ promotions }: { promotions: readonly PromotionSummary[] }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const format = useFormat()
  const columns: Column<PromotionSummary>[] = [
    {
      key: 'name',
      title: t.name,
      render: (row) => (
        <Link className={styles.name ?? ''} to={`/stores/${store}/promotions/${row.id}`}>
          {row.name}
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <PromotionState state={state} /> },
    {
      key: 'window',
      title: t.window,
      render: ({ from, until }) => (
        <span className={styles.window}>
          <span>{t.begins(format.instant(from))}</span>
          <span>{t.ends(format.instant(until))}</span>
        </span>
      ),
      sort: (a, b) => (a.from < b.from ? -1 : 1),
    },
    { key: 'mechanics', title: t.mechanics, render: (row) => <Mechanics row={row} /> },
    { key: 'findings', title: t.findings, render: (row) => <Findings findings={row.findings} /> },
    { key: 'burn', title: t.burn, numeric: true, render: ({ burn }) => <BurnCell burn={burn} /> },
  ]
  return <DataTable columns={columns} rows={promotions} rowKey={(row) => row.id} label={t.list} />
}

function Mechanics({ row: { mechanics, ruleCount } }: { row: PromotionSummary }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const catalogue = useCatalogue().data
  const nameOf = (id: string) => catalogue?.mechanics.find((m) => m.mechanic === id)?.[language] ?? id
  const names = catalogue ? mechanics.map(nameOf) : [NO_VALUE]
  return (
    <span className={styles.mechanics}>
      {names.join(language === 'zh' ? '、' : ', ')}
      {ruleCount > 1 && <span className={styles.count}>{t.rules(format.count(ruleCount))}</span>}
    </span>
  )
}

function Findings({ findings }: Pick<PromotionSummary, 'findings'>) {
  const t = useStrings(strings)
  const format = useFormat()
  if (!findings) return <span className={styles.faint}>{t.unchecked}</span>
  const { error, warning } = findings
  if (error > 0) return <span className={styles.error}>{t.errors(format.count(error))}</span>
  if (warning > 0) return <span className={styles.warning}>{t.warnings(format.count(warning))}</span>
  return <span className={styles.faint}>{t.clean}</span>
}
