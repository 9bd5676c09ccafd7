import { Select } from 'antd'
import { useStrings } from '../locale/strings.ts'
import { COMPARE_CHOICES } from '../range/range.ts'
import { useRange } from '../range/use-range.ts'
import styles from './range-bar.module.css'
import { RangePicker } from './range-picker.tsx'
import { strings } from './strings.ts'

/** Which days, and compared with what. Both live in the URL. */
export function RangeBar({ comparison }: { comparison: boolean }) {
  const t = useStrings(strings)
  const { compare, setCompare } = useRange()
  return (
    <div className={styles.bar}>
      <RangePicker />
      {comparison && (
        <Select
          aria-label={t.compare}
          value={compare}
          onChange={setCompare}
          popupMatchSelectWidth={false}
          className={styles.compare ?? ''}
          options={COMPARE_CHOICES.map((choice) => ({ value: choice, label: t[choice], help: t[`${choice}Help`] }))}
          optionRender={({ data }) => (
            <div className={styles.option}>
              <span>{data.label}</span>
              <small>{data.help}</small>
            </div>
          )}
        />
      )}
    </div>
  )
}
