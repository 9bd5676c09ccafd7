import type { PlanSummary } from '@zhanggui/contract'
import { Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import styles from './plan-picker.module.css'
import { PlanState } from './plan-state.tsx'
import { strings } from './strings.ts'

type Props = { plans: readonly PlanSummary[]; plan: PlanSummary; onChoose: (id: string) => void }

/** Which plan the page is about, and where it stands; the same on every page of the planning section. */
export function PlanPicker({ plans, plan, onChoose }: Props) {
  const t = useStrings(strings)
  return (
    <span className={styles.picker}>
      <Select
        aria-label={t.plan}
        value={plan.id}
        onChange={onChoose}
        popupMatchSelectWidth={false}
        options={plans.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PlanState plan={plan} />
    </span>
  )
}
