import type { ImportOption } from '@zhanggui/contract'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { setOption } from './column-mapping.ts'
import type { FileDraft } from './import-draft.ts'
import styles from './option-fields.module.css'
import { reviewStrings } from './review-strings.ts'

type Props = { file: FileDraft; onChange: (edit: (file: FileDraft) => FileDraft) => void }

/** What only a person knows about a file: its year, the order of its dates, whether "paid" is net of refunds. */
export function OptionFields({ file, onChange }: Props) {
  const t = useStrings(reviewStrings)
  const options = file.preview.options ?? []
  if (options.length === 0) return null
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{t.options}</legend>
      {options.map((option) => (
        <OptionField
          key={option.id}
          option={option}
          value={chosenValue(option, file.mapping.options[option.id])}
          onChange={(value) =>
            onChange((old) => ({ ...old, mapping: setOption(old.mapping, { id: option.id, value }) }))
          }
        />
      ))}
    </fieldset>
  )
}

/** A value that is none of the choices (such as "auto") means that nobody has chosen. */
function chosenValue(option: ImportOption, value = ''): string {
  if (option.kind !== 'choice') return value
  return option.choices?.some((choice) => choice.value === value) ? value : ''
}

type FieldProps = { option: ImportOption; value: string; onChange: (value: string) => void }

function OptionField({ option, value, onChange }: FieldProps) {
  const language = useLanguage()
  const id = useId()
  const help = language === 'zh' ? option.helpZh : option.helpEn
  return (
    <div className={styles.option}>
      <label htmlFor={id} className={styles.label}>
        {nameOf(option, language)}
      </label>
      <OptionControl id={id} option={option} value={value} onChange={onChange} />
      {help && <p className={styles.help}>{help}</p>}
    </div>
  )
}

function OptionControl({ id, option, value, onChange }: FieldProps & { id: string }) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  if (option.kind === 'choice') {
    const choices = (option.choices ?? []).map((choice) => ({ value: choice.value, label: nameOf(choice, language) }))
    return (
      <Select
        id={id}
        className={styles.control ?? ''}
        value={value}
        onChange={onChange}
        options={[{ value: '', label: t.optionAuto }, ...choices]}
      />
    )
  }
  if (option.kind === 'text') {
    return (
      <Input
        id={id}
        className={styles.control ?? ''}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <DatePicker
      id={id}
      className={styles.control ?? ''}
      picker={option.kind === 'year' ? 'year' : 'date'}
      placeholder={t.optionAuto}
      value={value === '' ? null : dayjs(value)}
      onChange={(date) => onChange(date?.format(option.kind === 'year' ? 'YYYY' : 'YYYY-MM-DD') ?? '')}
    />
  )
}
