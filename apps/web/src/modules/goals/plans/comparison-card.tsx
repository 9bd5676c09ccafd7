import type { PlanComparison, PlanDetail, PlanVersion } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { type ChangeRow, changeRows } from './change-rows.ts'
import styles from './comparison-card.module.css'
import { fieldName, listName } from './field-names.ts'
import { homeStrings } from './home-strings.ts'
import { usePlanComparison, usePlanVersions } from './use-plan-versions.ts'
import type { PlanAt } from './use-plans.ts'
import { valueText } from './value-text.ts'

const HEIGHT = 240
const DRAFT = 'draft'

/** What differs between two versions, or a version and the draft; the URL says which. */
export function ComparisonCard({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const { get } = useSearchState()
  const from = get('from')
  return from === null ? null : <Comparison at={at} plan={plan} from={from} to={get('to') ?? DRAFT} />
}

type Props = { at: PlanAt; plan: PlanDetail; from: string; to: string }

function Comparison({ at, plan, from, to }: Props) {
  const t = useStrings(homeStrings)
  const { set } = useSearchState()
  const versions = usePlanVersions(at).data ?? []
  const close = (
    <Button size="small" onClick={() => set({ from: null, to: null })}>
      {t.close}
    </Button>
  )
  return (
    <Panel<PlanComparison>
      title={t.comparison}
      note={
        <span className={styles.sides}>
          <Side label={t.older} versions={versions} value={from} onChange={(side) => set({ from: side })} />
          <span aria-hidden>→</span>
          <Side label={t.newer} versions={versions} value={to} onChange={(side) => set({ to: side })} />
        </span>
      }
      extra={close}
      query={usePlanComparison(at, { from, to })}
      height={HEIGHT}
      isEmpty={({ changes }) => changes.length === 0}
      empty={<EmptyState title={t.noChanges} text={t.noChangesText} />}
    >
      {(comparison) => <ChangeTable plan={plan} comparison={comparison} />}
    </Panel>
  )
}

type SideProps = { label: string; versions: readonly PlanVersion[]; value: string; onChange: (side: string) => void }

function Side({ label, versions, value, onChange }: SideProps) {
  const t = useStrings(homeStrings)
  const options = [
    { value: DRAFT, label: t.current },
    ...versions.map(({ number, note }) => ({ value: String(number), label: `${t.versionOf(String(number))} ${note}` })),
  ]
  return (
    <Select
      size="small"
      aria-label={label}
      value={value}
      options={options}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  )
}

function ChangeTable({ plan, comparison }: { plan: PlanDetail; comparison: PlanComparison }) {
  const t = useStrings(homeStrings)
  const language = useLanguage()
  const format = useFormat(plan.currency)
  const metrics = useMetricDictionary().data?.metrics
  const words = { format, language, unitOf: (metric: string) => metrics?.find(({ id }) => id === metric)?.unit ?? null }
  const show = (row: ChangeRow, side: 'before' | 'after') => valueText({ row, value: row[side], plan, words })
  const columns: Column<ChangeRow>[] = [
    { key: 'list', title: t.part, render: ({ list }) => listName(list, language) },
    { key: 'name', title: t.object, render: ({ name, id }) => <span title={id}>{name || id || '–'}</span> },
    {
      key: 'field',
      title: t.field,
      render: ({ kind, field }) => (field ? fieldName(field, language) : t[`kind_${kind}`]),
    },
    { key: 'before', title: t.before, render: (row) => <span className={styles.before}>{show(row, 'before')}</span> },
    { key: 'after', title: t.after, render: (row) => <span className={styles.after}>{show(row, 'after')}</span> },
  ]
  return <DataTable label={t.comparison} columns={columns} rows={changeRows(comparison)} rowKey={({ key }) => key} />
}
