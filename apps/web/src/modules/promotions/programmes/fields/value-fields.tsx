import type { ProgrammeField } from '@zhanggui/contract'
import { Form } from 'antd'
import { nameOf, useLanguage } from '../../../../locale/strings.ts'
import styles from '../../design/fields.module.css'
import { RowsField } from './rows-field.tsx'
import type { Values } from './start-values.ts'
import { ValueField } from './value-field.tsx'

type Props = { id: string; fields: readonly ProgrammeField[]; values: Values; onChange: (values: Values) => void }

/** One input for each value that a programme or a command asks for; its declaration says which. */
export function ValueFields({ id, fields, values, onChange }: Props) {
  const language = useLanguage()
  return (
    <div className={styles.grid}>
      {fields.map((field) => (
        <Form.Item
          key={field.id}
          htmlFor={`${id}-${field.id}`}
          label={nameOf(field, language)}
          required={field.required}
          className={field.kind === 'rows' || field.kind === 'skus' ? (styles.wide ?? '') : ''}
        >
          {field.kind === 'rows' ? (
            <RowsField
              id={`${id}-${field.id}`}
              field={field}
              value={values[field.id]}
              onChange={(value) => onChange({ ...values, [field.id]: value })}
            />
          ) : (
            <ValueField
              id={`${id}-${field.id}`}
              field={field}
              value={values[field.id]}
              onChange={(value) => onChange({ ...values, [field.id]: value })}
            />
          )}
        </Form.Item>
      ))}
    </div>
  )
}
