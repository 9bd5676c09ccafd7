import { InputNumber } from 'antd'
import { useId } from 'react'
import styles from './balance.module.css'

type Props = {
  label: string
  /** Basis points. */
  value: number
  onChange: (bp: number) => void
  max?: number
  min?: number
}

/** A share typed in percent and kept in basis points. */
export function PercentField({ label, value, onChange, max = 1000, min = 0 }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        suffix="%"
        min={min}
        max={max}
        precision={2}
        value={value / 100}
        onChange={(percent) => onChange(Math.round((percent ?? 0) * 100))}
      />
    </div>
  )
}
