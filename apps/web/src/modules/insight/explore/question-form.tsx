import type { MetricDictionary, MetricInfo } from '@zhanggui/contract'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import type { DayRange } from '../../../range/range.ts'
import { groupsOf } from '../dictionary/find-metrics.ts'
import { strings as areaStrings } from '../strings.ts'
import { cutChoices } from './cuttable.ts'
import { type ExploreState, GRAINS, MAX_DIMENSIONS, MAX_METRICS } from './explore-state.ts'
import { FilterList } from './filter-list.tsx'
import styles from './question-form.module.css'
import { strings } from './strings.ts'

type QuestionFormProps = {
  dictionary: MetricDictionary
  metrics: Map<string, MetricInfo>
  state: ExploreState
  days: DayRange
  onChange: (part: Partial<ExploreState>) => void
}

/** Metrics × dimensions × time × filters. */
export function QuestionForm({ dictionary, metrics, state, days, onChange }: QuestionFormProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const area = useStrings(areaStrings)
  const known = [...metrics.values()]
  const chosen = state.metrics.flatMap((id) => metrics.get(id) ?? [])
  const metricOptions = groupsOf(known).map((group) => ({
    label: area[group],
    options: known
      .filter((m) => m.group === group)
      .map((m) => ({
        value: m.id,
        label: nameOf(m, language),
        words: `${m.nameZh} ${m.nameEn} ${m.id}`.toLowerCase(),
      })),
  }))
  const cuts = cutChoices(dictionary.dimensions, chosen).map(({ dimension, missing }) => ({
    value: dimension.id,
    label: nameOf(dimension, language),
    disabled: missing.length > 0,
    ...(missing.length > 0 ? { title: t.cannotCut(missing.map((m) => nameOf(m, language)).join('、')) } : {}),
  }))
  const grains = GRAINS.map((grain) => {
    const info = dictionary.dimensions.find(({ id }) => id === grain)
    return {
      value: grain,
      label: grain === 'auto' ? t.auto : grain === 'none' ? t.none : info ? nameOf(info, language) : grain,
    }
  })
  return (
    <div className={styles.form}>
      <Field label={t.metrics} wide>
        <Select
          mode="multiple"
          aria-label={t.metrics}
          value={state.metrics}
          onChange={(next: string[]) => next.length > 0 && onChange({ metrics: next })}
          maxCount={MAX_METRICS}
          options={metricOptions}
          showSearch={{
            filterOption: (text, option) =>
              option && 'words' in option ? String(option.words).includes(text.toLowerCase()) : false,
          }}
        />
      </Field>
      <Field label={t.by}>
        <Select
          mode="multiple"
          aria-label={t.by}
          placeholder={t.byNothing}
          value={state.dimensions}
          onChange={(dimensions: string[]) => onChange({ dimensions })}
          maxCount={MAX_DIMENSIONS}
          options={cuts}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      <Field label={t.grain}>
        <Select aria-label={t.grain} value={state.grain} onChange={(grain) => onChange({ grain })} options={grains} />
      </Field>
      <FilterList
        filters={state.filters}
        dimensions={cuts.filter(({ disabled }) => !disabled)}
        metric={state.metrics[0] ?? ''}
        days={days}
        onChange={(filters) => onChange({ filters })}
      />
    </div>
  )
}

const Field = ({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) => (
  <div className={wide ? styles.wide : styles.field}>
    <span className={styles.label} aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
)
