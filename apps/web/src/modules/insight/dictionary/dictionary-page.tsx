import { SearchOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { useTyped } from '../../../parts/use-typed.ts'
import { strings as areaStrings } from '../strings.ts'
import styles from './dictionary-page.module.css'
import { findMetrics, type Group, groupsOf } from './find-metrics.ts'
import { MetricEntry } from './metric-entry.tsx'
import { strings } from './strings.ts'

/** The metric dictionary: what each figure means, how it is computed, what it can be cut by. */
export default function DictionaryPage() {
  const t = useStrings(strings)
  const area = useStrings(areaStrings)
  const format = useFormat()
  const dictionary = useMetricDictionary()
  const [search, setSearch] = useSearchParams()
  const metrics = dictionary.data?.metrics
  const groups = useMemo(() => groupsOf(metrics ?? []), [metrics])
  const group = groups.find((known) => known === search.get('group')) ?? null
  const text = search.get('q') ?? ''
  const set = (name: string, value: string) =>
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: name === 'q' },
    )
  const typed = useTyped(text, (q) => set('q', q))
  const options = [{ value: '', label: t.allGroups }, ...groups.map((value: Group) => ({ value, label: area[value] }))]
  return (
    <>
      <PageHeader title={t.title} lead={metrics && t.lead(format.count(metrics.length))} />
      <div className={styles.controls}>
        <Input
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t.search}
          placeholder={t.search}
          {...typed}
          className={styles.search ?? ''}
        />
        <div className={styles.groups}>
          <Segmented value={group ?? ''} onChange={(value) => set('group', value)} options={options} />
        </div>
      </div>
      <PanelBody
        query={dictionary}
        height={640}
        isEmpty={(data) => findMetrics(data.metrics, { text, group }).length === 0}
        empty={<EmptyState title={t.nothing} text={t.nothingText} />}
      >
        {(data) => (
          <ul className={styles.list}>
            {findMetrics(data.metrics, { text, group }).map((metric) => (
              <MetricEntry key={metric.id} metric={metric} dictionary={data} />
            ))}
          </ul>
        )}
      </PanelBody>
    </>
  )
}
