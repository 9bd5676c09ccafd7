import type { PlanFindings } from '@zhanggui/contract'
import { Input, Segmented, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import { listName } from '../plans/field-names.ts'
import { FINDING_STATES, type FindingFilter } from './filter-findings.ts'
import styles from './finding-filters.module.css'
import { checkStrings } from './strings.ts'

type Props = { found: PlanFindings; filter: FindingFilter }

/** Level with its count, part, and words. */
export function FindingFilters({ found, filter }: Props) {
  return (
    <div className={styles.filters}>
      <Levels found={found} filter={filter} />
      <Parts found={found} filter={filter} />
      <Words filter={filter} />
    </div>
  )
}

function Levels({ found: { counts, findings }, filter }: Props) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const { set } = useSearchState()
  const options = [
    { value: '', label: `${t.all} ${format.count(findings.length)}` },
    ...FINDING_STATES.filter((state) => counts[state] > 0).map((state) => ({
      value: state,
      label: `${t[state]} ${format.count(counts[state])}`,
    })),
  ]
  return (
    <div className={styles.levels}>
      <Segmented
        aria-label={t.level}
        value={filter.level ?? ''}
        options={options}
        onChange={(level) => set({ level }, { replace: true })}
      />
    </div>
  )
}

function Parts({ found: { findings }, filter }: Props) {
  const t = useStrings(checkStrings)
  const language = useLanguage()
  const { set } = useSearchState()
  const parts = new Set<string>([...findings.map(({ at }) => at.part), ...(filter.part ? [filter.part] : [])])
  const options = [...parts].map((part) => ({ value: part, label: listName(part, language) }))
  return (
    <Select
      aria-label={t.part}
      className={styles.part ?? ''}
      value={filter.part ?? ''}
      options={[{ value: '', label: t.anyPart }, ...options]}
      onChange={(part) => set({ part }, { replace: true })}
    />
  )
}

function Words({ filter }: Pick<Props, 'filter'>) {
  const t = useStrings(checkStrings)
  const { set } = useSearchState()
  const typed = useTyped(filter.search, (q) => set({ q }, { replace: true }))
  return (
    <Input.Search allowClear aria-label={t.search} placeholder={t.search} className={styles.search ?? ''} {...typed} />
  )
}
