import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import styles from './day-input.module.css'

const DAY = 'YYYY-MM-DD'

type Props = {
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
  disabled?: boolean
}

/** A business day in a form: the value is its text, `YYYY-MM-DD`, or null. */
export const DayInput = ({ value, onChange, ...rest }: Props) => (
  <DatePicker
    {...rest}
    className={styles.input ?? ''}
    format={DAY}
    value={value ? dayjs(value, DAY) : null}
    onChange={(date) => onChange?.(date ? date.format(DAY) : null)}
  />
)
