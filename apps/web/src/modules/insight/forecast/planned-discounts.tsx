import { Button, DatePicker, InputNumber, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './forecast-page.module.css'
import { type PlannedDiscount, withDiscount } from './planned-discount.ts'
import { strings } from './strings.ts'

const DAY = 'YYYY-MM-DD'
const DEPTH_START = 20

type Props = {
  discounts: readonly PlannedDiscount[]
  /** Days before it are history. */
  firstDay: string | null
  onChange: (discounts: PlannedDiscount[]) => void
}

/** Discounts that are planned for the days ahead: days, depth, and what stands already. */
export function PlannedDiscounts({ discounts, firstDay, onChange }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const remove = (gone: PlannedDiscount): void => onChange(discounts.filter((discount) => discount !== gone))
  return (
    <div className={styles.planned}>
      <span className={styles.label}>{t.plannedDiscounts}</span>
      <div className={styles.tags}>
        {discounts.map((discount) => (
          <Tag
            key={`${discount.from} ${discount.to}`}
            closable={{ 'aria-label': t.removeDiscount }}
            onClose={(event) => {
              event.preventDefault()
              remove(discount)
            }}
          >
            {t.discountOn(format.dayRange(discount), discount.depthBp)}
          </Tag>
        ))}
        <AddDiscount firstDay={firstDay} onAdd={(added) => onChange(withDiscount(discounts, added))} />
      </div>
    </div>
  )
}

function AddDiscount({ firstDay, onAdd }: { firstDay: string | null; onAdd: (discount: PlannedDiscount) => void }) {
  const t = useStrings(strings)
  const [days, setDays] = useState<[Dayjs, Dayjs] | null>(null)
  const [percent, setPercent] = useState(DEPTH_START)
  const add = (): void => {
    if (!days) return
    const [from, last] = days
    onAdd({ from: from.format(DAY), to: last.add(1, 'day').format(DAY), depthBp: Math.round(percent * 100) })
    setDays(null)
  }
  return (
    <span className={styles.add}>
      <DatePicker.RangePicker
        aria-label={t.discountDays}
        size="small"
        format={DAY}
        value={days}
        {...(firstDay ? { minDate: dayjs(firstDay, DAY) } : {})}
        onChange={(picked) => setDays(picked?.[0] && picked[1] ? [picked[0], picked[1]] : null)}
      />
      <InputNumber
        aria-label={t.discountDepth}
        size="small"
        style={{ width: 96 }}
        suffix={t.off}
        min={1}
        max={100}
        value={percent}
        onChange={(value) => setPercent(value ?? DEPTH_START)}
      />
      <Button size="small" disabled={!days} onClick={add}>
        {t.addDiscount}
      </Button>
    </span>
  )
}
