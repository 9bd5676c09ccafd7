import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { SearchChange } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './cohort-page.module.css'
import { COHORT_FIGURES, COHORT_GRAINS, COHORT_SPANS, type CohortState } from './cohort-state.ts'
import { cohortStrings } from './strings.ts'

type Props = { state: CohortState; onChange: (change: SearchChange) => void }

/** Which figure, in groups of how long, of whose first purchases. */
export function CohortForm({ state, onChange }: Props) {
  const t = useStrings(cohortStrings)
  const spans = { '12': t.last12, '24': t.last24, all: t.all }
  return (
    <div className={styles.form}>
      <Field label={t.figure}>
        <Segmented
          aria-label={t.figure}
          value={state.figure}
          onChange={(figure) => onChange({ figure })}
          options={COHORT_FIGURES.map((value) => ({ value, label: t[value] }))}
        />
      </Field>
      <Field label={t.grain}>
        <Segmented
          aria-label={t.grain}
          value={state.grain}
          onChange={(grain) => onChange({ grain })}
          options={COHORT_GRAINS.map((value) => ({ value, label: t[value] }))}
        />
      </Field>
      <Field label={t.span}>
        <Segmented
          aria-label={t.span}
          value={state.span}
          onChange={(span) => onChange({ span })}
          options={COHORT_SPANS.map((value) => ({ value, label: spans[value] }))}
        />
      </Field>
    </div>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.field}>
    <span className={styles.label}>{label}</span>
    {children}
  </div>
)
