import type { ProgrammeField } from '@zhanggui/contract'
import { Input, InputNumber, Select } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DayInput } from '../../../../parts/day-input.tsx'
import styles from '../../design/fields.module.css'
import { ParamInput } from '../../design/param-input.tsx'
import { strings } from '../strings.ts'
import { ItemInput } from './item-input.tsx'

type Field = Omit<ProgrammeField, 'fields'>
type Props = { id: string; field: Field; value: unknown; onChange: (value: unknown) => void }

/** Of millionths in a percent: odds are typed as people publish them. */
const PPM_A_PERCENT = 10_000
const LONG_TEXT = 1000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The control that fits a field's kind. What is kept is what the server takes. */
export function ValueField({ id, field, value, onChange }: Props) {
  switch (field.kind) {
    case 'money':
    case 'percent':
    case 'count':
      return (
        <ParamInput id={id} kind={field.kind} example={0} value={value} onChange={(next) => onChange(next ?? null)} />
      )
    case 'skus':
      return <ParamInput id={id} kind="skus" example={[]} value={value} onChange={onChange} />
    case 'odds':
      return (
        <InputNumber
          id={id}
          className={styles.full ?? ''}
          min={0}
          max={100}
          suffix="%"
          value={typeof value === 'number' ? value / PPM_A_PERCENT : null}
          onChange={(share) => onChange(share === null ? null : Math.round(share * PPM_A_PERCENT))}
        />
      )
    case 'day':
      return <DayInput id={id} value={textOf(value) || null} onChange={onChange} />
    case 'flag':
      return <YesNo id={id} value={value} isOptional={!field.required} onChange={onChange} />
    case 'choice':
      return <Choice id={id} field={field} value={value} onChange={onChange} />
    case 'sku':
      return <ItemInput id={id} value={textOf(value)} onChange={onChange} />
    default:
      return <Words id={id} field={field} value={textOf(value)} onChange={onChange} />
  }
}

function Words({ id, field, value, onChange }: Props & { value: string }) {
  const { max = 200 } = field
  const change = ({ target }: { target: { value: string } }) => onChange(target.value)
  return max > LONG_TEXT ? (
    <Input.TextArea id={id} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={max} value={value} onChange={change} />
  ) : (
    <Input id={id} maxLength={max} value={value} onChange={change} />
  )
}

function YesNo({ id, value, isOptional, onChange }: Omit<Props, 'field'> & { isOptional: boolean }) {
  const t = useStrings(strings)
  return (
    <Select
      id={id}
      allowClear={isOptional}
      value={typeof value === 'boolean' ? String(value) : null}
      options={[
        { value: 'true', label: t.yes },
        { value: 'false', label: t.no },
      ]}
      onChange={(chosen: string | undefined) => onChange(chosen === undefined ? null : chosen === 'true')}
    />
  )
}

function Choice({ id, field, value, onChange }: Props) {
  const language = useLanguage()
  return (
    <Select
      id={id}
      value={textOf(value) || null}
      options={(field.choices ?? []).map((choice) => ({ value: choice.value, label: nameOf(choice, language) }))}
      onChange={onChange}
    />
  )
}
