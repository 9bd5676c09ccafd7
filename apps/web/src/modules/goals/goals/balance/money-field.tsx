import { useId } from 'react'
import { MoneyInput } from '../../../admin/resources/money-input.tsx'
import styles from './balance.module.css'

type Props = { label: string; value: number; currency: string; onChange: (minor: number) => void }

/** An amount with its name above, kept in minor units; text that is no amount counts as nothing. */
export function MoneyField({ label, value, currency, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <MoneyInput
        id={id}
        disabled={false}
        currency={currency}
        value={value}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : 0)}
      />
    </div>
  )
}
