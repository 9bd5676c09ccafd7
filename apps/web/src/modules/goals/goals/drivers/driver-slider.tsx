import type { DriversAnswer, Unit } from '@zhanggui/contract'
import { Checkbox, InputNumber, Slider } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { ChangeMark } from '../../../../parts/change-mark.tsx'
import { strings } from '../strings.ts'
import styles from './drivers-view.module.css'
import type { Driver } from './drivers-view.tsx'

const UNITS: Readonly<Record<Driver, Unit>> = { gmv: 'money', uv: 'count', cvr: 'ratio', aov: 'money' }
const RANGE = { min: -50, max: 100 }

type Props = {
  driver: Driver
  name: string
  answer: DriversAnswer
  currency: string
  growth: number
  open: boolean
  onGrowth: (growth: number) => void
  onOpen: (open: boolean) => void
}

const percentOf = (growth: number): number => Math.round(growth * 10_000) / 100

/** One driver: last year, its growth as a slider, the figure that makes, and by how much it is over- or under-determined. */
export function DriverSlider({ driver, name, answer, currency, growth, open, onGrowth, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat(currency)
  const unit = UNITS[driver]
  const found = answer.growth?.[driver] ?? null
  const slack = answer.slacks.find((s) => s.driver === driver)?.slack ?? null
  const shown = open ? found : growth
  const change = (percent: number | null): void => onGrowth((percent ?? 0) / 100)
  return (
    <div className={styles.driver}>
      <div className={styles.head}>
        <strong>{name}</strong>
        <Checkbox checked={open} onChange={(event) => onOpen(event.target.checked)}>
          {t.solveFor}
        </Checkbox>
      </div>
      <div className={styles.figures}>
        <span>
          {t.base} {format.short(answer.base?.[driver] ?? null, unit)}
        </span>
        <span data-value={answer.values?.[driver] ?? ''}>
          {t.plan} <b>{format.short(answer.values?.[driver] ?? null, unit)}</b>{' '}
          <ChangeMark change={found === null ? null : { amount: found, kind: 'relative' }} />
        </span>
        {slack !== null && (
          <span className={styles.slack} data-value={slack}>
            {t.slack} <ChangeMark change={{ amount: slack, kind: 'relative' }} />
          </span>
        )}
      </div>
      <div className={styles.move}>
        <Slider
          className={styles.slider ?? ''}
          {...RANGE}
          included={false}
          marks={{ 0: '0' }}
          disabled={open}
          value={shown === null ? 0 : percentOf(shown)}
          onChange={change}
          ariaLabelForHandle={`${name} ${t.growth}`}
          tooltip={{ formatter: (value) => `${value ?? 0}%` }}
        />
        <InputNumber
          aria-label={`${name} ${t.growth}`}
          disabled={open}
          suffix="%"
          min={-99}
          max={1000}
          value={shown === null ? null : percentOf(shown)}
          onChange={change}
        />
      </div>
    </div>
  )
}
