import { InputNumber } from 'antd'
import { useId } from 'react'
import styles from './balance.module.css'

/** A whole number with its name above. */
export function NumberField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} min={0} precision={0} value={value} onChange={(typed) => onChange(typed ?? 0)} />
    </div>
  )
}
