import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import styles from './field-input.module.css'

type Props = { id?: string; disabled: boolean; value: string | null; onChange: (instant: string | null) => void }

/** A moment, shown in the reader's time zone and kept in UTC. */
export const InstantInput = ({ value, onChange, ...rest }: Props) => (
  <DatePicker
    {...rest}
    className={styles.wide ?? ''}
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    needConfirm={false}
    value={value === null ? null : dayjs(value)}
    onChange={(moment) => onChange(moment ? moment.toISOString() : null)}
  />
)
