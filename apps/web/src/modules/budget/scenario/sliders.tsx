import { Button, Segmented, Slider } from 'antd'
import { useState } from 'react'
import type { SearchChange } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { scenarioStrings } from './scenario-strings.ts'
import styles from './scenario-view.module.css'
import { REACH, type Shocks } from './shocks.ts'

type Named = keyof typeof REACH
type Props = { shocks: Shocks; onChange: (change: SearchChange) => void }

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}%`

/** Four sliders and two choices; moved, the answer follows when the hand lets go. */
export function Sliders({ shocks, onChange }: Props) {
  const t = useStrings(scenarioStrings)
  const names = Object.keys(REACH) as Named[]
  const rest = { inflation: null, roi: null, price: null, volume: null, on: null, response: null }
  return (
    <div className={styles.sliders}>
      {names.map((name) => (
        <OneSlider
          key={`${name}:${shocks[name]}`}
          name={name}
          label={t[name]}
          value={shocks[name]}
          onTake={(value) => onChange({ [name]: value === 0 ? null : String(value) })}
        />
      ))}
      <div className={styles.choice}>
        <span className={styles.label}>{t.on}</span>
        <Segmented
          block
          aria-label={t.on}
          value={shocks.on}
          options={[
            { value: 'offSite', label: t.offSite },
            { value: 'all', label: t.all },
          ]}
          onChange={(on) => onChange({ on: on === 'all' ? 'all' : null })}
        />
      </div>
      <div className={styles.choice}>
        <span className={styles.label}>{t.response}</span>
        <Segmented
          vertical
          block
          aria-label={t.response}
          value={shocks.response}
          options={[
            { value: 'sameSpend', label: t.sameSpend },
            { value: 'sameVolume', label: t.sameVolume },
          ]}
          onChange={(response) => onChange({ response: response === 'sameVolume' ? 'sameVolume' : null })}
        />
      </div>
      <Button onClick={() => onChange(rest)}>{t.reset}</Button>
    </div>
  )
}

type SliderProps = { name: Named; label: string; value: number; onTake: (value: number) => void }

function OneSlider({ name, label, value, onTake }: SliderProps) {
  const [moving, setMoving] = useState(value)
  const [min, max] = REACH[name]
  return (
    <div className={styles.slider}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{signed(moving)}</span>
      <Slider
        ariaLabelForHandle={label}
        min={min}
        max={max}
        marks={{ 0: '0' }}
        included={min === 0}
        tooltip={{ formatter: (shown) => signed(shown ?? 0) }}
        value={moving}
        onChange={setMoving}
        onChangeComplete={onTake}
      />
    </div>
  )
}
