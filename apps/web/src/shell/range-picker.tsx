import { CalendarOutlined } from '@ant-design/icons'
import { Button, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useFormat } from '../format/use-format.ts'
import { useStrings } from '../locale/strings.ts'
import { useNarrow } from '../parts/use-narrow.ts'
import { addDays } from '../range/day-arithmetic.ts'
import { type DayRange, PRESETS } from '../range/range.ts'
import { useRange } from '../range/use-range.ts'
import styles from './range-bar.module.css'
import { strings } from './strings.ts'

/** Rolling presets, or two days. The picker shows the last day that counts; the URL keeps the half-open range. */
export function RangePicker() {
  const t = useStrings(strings)
  const format = useFormat()
  const narrow = useNarrow()
  const { days, choice, setPreset } = useRange()
  const [open, setOpen] = useState(false)
  const label = choice.kind === 'preset' ? t[choice.preset] : t.custom
  const panel = (
    <div className={styles.panel}>
      <div className={styles.presets}>
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="small"
            type={choice.kind === 'preset' && choice.preset === preset ? 'primary' : 'default'}
            onClick={() => {
              setPreset(preset)
              setOpen(false)
            }}
          >
            {t[preset]}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{t.rangeNote}</p>
      <CustomDays days={days} onDone={() => setOpen(false)} />
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={panel}>
      <Button
        icon={<CalendarOutlined aria-hidden />}
        className={styles.trigger ?? ''}
        aria-label={`${t.range}: ${label}${days ? ` ${format.dayRange(days)}` : ''}`}
        aria-expanded={open}
      >
        <span className={styles.range}>
          <b>{label}</b>
          {days && <span>{narrow ? format.shortRange(days) : format.dayRange(days)}</span>}
        </span>
      </Button>
    </Popover>
  )
}

function CustomDays({ days, onDone }: { days: DayRange | null; onDone: () => void }) {
  const t = useStrings(strings)
  const { setDays } = useRange()
  return (
    <DatePicker.RangePicker
      aria-label={t.custom}
      allowClear={false}
      value={days ? [dayjs(days.from), dayjs(addDays(days.to, -1))] : null}
      onChange={(value) => {
        const [from, last] = value ?? []
        if (!from || !last) return
        setDays({ from: from.format('YYYY-MM-DD'), to: addDays(last.format('YYYY-MM-DD'), 1) })
        onDone()
      }}
    />
  )
}
