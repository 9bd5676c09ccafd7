import type { GameSettings } from '@zhanggui/contract'
import { Form, Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import fields from '../design/fields.module.css'
import { ParamInput } from '../design/param-input.tsx'
import { paramKind } from '../design/param-kind.ts'
import { isGameWord } from './game-words.ts'
import { strings } from './strings.ts'

const ENTRIES = ['purchase', 'points', 'topic', 'pickup'] as const
const INSTANTS: readonly string[] = ['from', 'until']

type Props = { settings: GameSettings; onChange: (settings: GameSettings) => void }

/** One input for each setting of the kind; its name and its value say which. */
export function SettingFields({ settings, onChange }: Props) {
  const t = useStrings(strings)
  const entries = Object.entries(settings).filter(([key]) => key !== 'game')
  const set = (key: string, value: unknown) => onChange({ ...settings, [key]: value } as GameSettings)
  return (
    <div className={fields.grid}>
      {entries.map(([key, value]) => (
        <Form.Item
          key={key}
          htmlFor={`game-${key}`}
          label={isGameWord(key) ? t[key] : key}
          className={Array.isArray(value) ? (fields.wide ?? '') : ''}
        >
          {key === 'entry' ? (
            <Select
              id={`game-${key}`}
              value={value}
              options={ENTRIES.map((entry) => ({ value: entry, label: t[entry] }))}
              onChange={(entry) => set(key, entry)}
            />
          ) : (
            <ParamInput
              id={`game-${key}`}
              kind={INSTANTS.includes(key) ? 'instant' : paramKind(key, value)}
              example={value}
              value={value}
              onChange={(next) => set(key, next)}
            />
          )}
        </Form.Item>
      ))}
    </div>
  )
}
