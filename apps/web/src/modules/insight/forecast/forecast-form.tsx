import type { MetricDictionary } from '@zhanggui/contract'
import { InputNumber, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import type { SearchChange } from '../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './forecast-page.module.css'
import { type ForecastState, HORIZONS, isForecastable, offeredInfluences } from './forecast-state.ts'
import { writeDiscounts } from './planned-discount.ts'
import { PlannedDiscounts } from './planned-discounts.tsx'
import { strings } from './strings.ts'

type FormProps = {
  dictionary: MetricDictionary
  state: ForecastState
  /** The day after the data: plans are for the days from there on. */
  firstDay: string | null
  onChange: (change: SearchChange) => void
}

/** Which figure, how far, cut by what. */
export function ForecastForm({ dictionary, state, firstDay, onChange }: FormProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const metric = dictionary.metrics.find(({ id }) => id === state.metric)
  const dimensions = dictionary.dimensions.filter(
    ({ id, kind }) => kind === 'category' && metric?.dimensions.includes(id),
  )
  return (
    <div className={styles.form}>
      <Field label={t.metric}>
        <Select
          aria-label={t.metric}
          value={state.metric}
          onChange={(next) => onChange({ metric: next, by: null })}
          options={dictionary.metrics.filter(isForecastable).map((m) => ({ value: m.id, label: nameOf(m, language) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      <Field label={t.grain}>
        <Segmented
          block
          aria-label={t.grain}
          value={state.grain}
          onChange={(grain) => onChange({ grain, horizon: null })}
          options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t[value] }))}
        />
      </Field>
      <Field label={t.horizon}>
        <Select
          aria-label={t.horizon}
          value={state.horizon}
          onChange={(next) => onChange({ horizon: String(next) })}
          options={HORIZONS[state.grain].map((value) => ({ value, label: t.periods(value, state.grain) }))}
        />
      </Field>
      <Field label={t.by}>
        <Select
          aria-label={t.by}
          value={state.by ?? ''}
          onChange={(next) => onChange({ by: next || null })}
          options={[
            { value: '', label: t.byNothing },
            ...dimensions.map((d) => ({ value: d.id, label: nameOf(d, language) })),
          ]}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      <Influences state={state} onChange={onChange} />
      {state.influences.includes('promotion') && (
        <PlannedDiscounts
          discounts={state.discounts}
          firstDay={firstDay}
          onChange={(discounts) => onChange({ discounts: writeDiscounts(discounts) })}
        />
      )}
    </div>
  )
}

/** What beside the calendar is taken into account, and what is planned of it. */
function Influences({ state, onChange }: Pick<FormProps, 'state' | 'onChange'>) {
  const t = useStrings(strings)
  const names = { price: t.price, promotion: t.discount, stockOut: t.stockOut, presale: t.presale }
  return (
    <>
      <Field label={t.consider}>
        <Select
          mode="multiple"
          aria-label={t.consider}
          placeholder={t.considerNothing}
          value={[...state.influences]}
          onChange={(chosen) => onChange({ with: chosen.join(',') || null })}
          options={offeredInfluences(state.grain).map((value) => ({ value, label: names[value] }))}
        />
      </Field>
      {state.influences.includes('price') && (
        <Field label={t.priceChange}>
          <InputNumber
            aria-label={t.priceChange}
            style={{ width: '100%' }}
            suffix="%"
            min={-90}
            max={1000}
            value={state.priceChange}
            onChange={(percent) => onChange({ price: percent ? String(percent) : null })}
          />
        </Field>
      )}
    </>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  )
}
