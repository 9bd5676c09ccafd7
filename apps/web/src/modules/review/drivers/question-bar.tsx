import { Select } from 'antd'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import type { SearchChange } from '../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { useMetricInfo } from '../../insight/use-metric-info.ts'
import styles from './question-bar.module.css'
import { driversStrings } from './strings.ts'

type Props = { metric: string; by: string; onChange: (change: SearchChange) => void }

/** Which metric, and cut by what: only dimensions that the metric has are offered. */
export function QuestionBar({ metric, by, onChange }: Props) {
  const t = useStrings(driversStrings)
  const language = useLanguage()
  const metrics = useMetricInfo()
  const dimensions = useMetricDictionary().data?.dimensions ?? []
  const known = metrics.get(metric)?.dimensions ?? []
  const cuts = dimensions.filter((d) => d.kind === 'category' && known.includes(d.id))
  const chooseMetric = (id: string) => {
    const has = metrics.get(id)?.dimensions ?? []
    onChange({ metric: id, ...(has.includes(by) ? {} : { by: has[0] ?? null }) })
  }
  return (
    <div className={styles.bar}>
      <Select
        aria-label={t.metric}
        className={styles.metric ?? ''}
        value={metric}
        onChange={chooseMetric}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...metrics.values()].map((m) => ({ value: m.id, label: nameOf(m, language) }))}
      />
      <Select
        aria-label={t.by}
        className={styles.by ?? ''}
        value={by}
        onChange={(id) => onChange({ by: id })}
        options={cuts.map((d) => ({ value: d.id, label: nameOf(d, language) }))}
      />
    </div>
  )
}
