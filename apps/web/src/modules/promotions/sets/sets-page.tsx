import type { ProposedSets } from '@zhanggui/contract'
import { InputNumber, Segmented, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { SetTable } from './set-table.tsx'
import styles from './sets.module.css'
import { strings } from './strings.ts'
import { type SetChoice, useSets } from './use-sets.ts'

const HEIGHT = 280
const DAYS = [30, 90, 365] as const
const ACROSS = ['any', 'category', 'brand'] as const satisfies readonly SetChoice['across'][]
const CUT_PERCENT = 10

/** What buyers put together themselves, as sets with a price and what it does to the margin. */
export default function SetsPage() {
  const t = useStrings(strings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const percent = Number(get('cut') ?? CUT_PERCENT)
  const choice: SetChoice = {
    days: DAYS.find((days) => String(days) === get('days')) ?? DAYS[1],
    across: ACROSS.find((across) => across === get('across')) ?? 'any',
    cutBp: Math.round((Number.isFinite(percent) ? Math.min(Math.max(percent, 0), 90) : CUT_PERCENT) * 100),
  }
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <div className={styles.choices}>
        <Segmented
          value={choice.days}
          options={DAYS.map((value) => ({ value, label: t.days(format.count(value)) }))}
          onChange={(value) => set({ days: String(value) }, { replace: true })}
        />
        <Select
          aria-label={t.across}
          value={choice.across}
          options={ACROSS.map((value) => ({ value, label: t[value] }))}
          onChange={(value) => set({ across: value }, { replace: true })}
        />
        <InputNumber
          className={styles.cut ?? ''}
          aria-label={t.cut}
          prefix={t.cut}
          suffix="%"
          min={0}
          max={90}
          value={choice.cutBp / 100}
          onChange={(value) => set({ cut: String(value ?? CUT_PERCENT) }, { replace: true })}
        />
      </div>
      <Panel<ProposedSets>
        title={t.list}
        note={t.listNote}
        query={useSets(useStoreId(), choice)}
        height={HEIGHT}
        isEmpty={({ sets }) => sets.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
      >
        {(proposed) => <SetTable proposed={proposed} />}
      </Panel>
    </div>
  )
}
