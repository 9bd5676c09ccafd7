import type { ResourceField } from '@zhanggui/contract'
import { Input, InputNumber, Select } from 'antd'
import { percent } from '../../../format/ratio.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import styles from './field-input.module.css'
import { InstantInput } from './instant-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { strings } from './strings.ts'

const TEXT_LENGTH_MAX = 4000
const RATIO_STEP = 0.01

type Props = {
  field: ResourceField
  currency: string
  disabled: boolean
  /** Given by the form around it. */
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
}

/** The control that fits a field's kind. */
export function FieldInput({ field, currency, ...control }: Props) {
  const { value, onChange, ...rest } = control
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  switch (field.kind) {
    case 'money':
      return <MoneyInput {...rest} currency={currency} value={value} {...(onChange ? { onChange } : {})} />
    case 'integer':
      return (
        <InputNumber
          {...rest}
          className={styles.wide ?? ''}
          precision={0}
          value={number}
          onChange={(n) => onChange?.(n)}
        />
      )
    case 'ratio':
      return (
        <InputNumber
          {...rest}
          className={styles.wide ?? ''}
          step={RATIO_STEP}
          value={number}
          suffix={number === null ? null : percent(number)}
          onChange={(n) => onChange?.(n)}
        />
      )
    case 'day':
      return <DayInput {...rest} value={text || null} onChange={(day) => onChange?.(day)} />
    case 'instant':
      return <InstantInput {...rest} value={text || null} onChange={(instant) => onChange?.(instant)} />
    case 'choice':
      return <ChoiceInput field={field} {...control} />
    case 'boolean':
      return <YesNoInput {...control} />
    case 'longText':
      return (
        <Input.TextArea
          {...rest}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={TEXT_LENGTH_MAX}
          value={text}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )
    case 'text':
    case 'reference':
    case 'json':
      return <Input {...rest} value={text} onChange={(event) => onChange?.(event.target.value)} />
  }
}

type ControlProps = Omit<Props, 'field' | 'currency'>

function ChoiceInput({ field, value, onChange, ...rest }: ControlProps & { field: ResourceField }) {
  const language = useLanguage()
  const t = useStrings(strings)
  return (
    <Select
      {...rest}
      allowClear={!field.required}
      placeholder={t.unset}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      options={(field.choices ?? []).map((choice) => ({ value: choice.value, label: nameOf(choice, language) }))}
    />
  )
}

/** Yes, no, or not told: a switch could not say the third. */
function YesNoInput({ value, onChange, ...rest }: ControlProps) {
  const t = useStrings(strings)
  return (
    <Select
      {...rest}
      allowClear
      placeholder={t.unset}
      value={typeof value === 'boolean' ? String(value) : null}
      onChange={(chosen: string | undefined) => onChange?.(chosen === undefined ? null : chosen === 'true')}
      options={[
        { value: 'true', label: t.yes },
        { value: 'false', label: t.no },
      ]}
    />
  )
}
