import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import type { ProgrammeField } from '@zhanggui/contract'
import { Button } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import fieldStyles from '../../design/fields.module.css'
import { strings } from '../strings.ts'
import styles from './rows-field.module.css'
import type { Values } from './start-values.ts'
import { ValueField } from './value-field.tsx'

type Props = { id: string; field: ProgrammeField; value: unknown; onChange: (rows: Values[]) => void }

/** Quotes, items, benefits: rows of the same fields. A new row starts as a copy of the last one. */
export function RowsField({ id, field, value, onChange }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const rows = Array.isArray(value) ? (value as Values[]) : []
  const { fields = [], min = 0, max = Number.MAX_SAFE_INTEGER } = field
  // A row has no name of its own; rows are edited where they stand and never change places.
  const placed = rows.map((row, index) => ({ row, index }))
  const set = (index: number, key: string, cell: unknown) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, [key]: cell } : row)))
  return (
    <div className={fieldStyles.rows}>
      {placed.map(({ row, index }) => (
        <div key={index} className={styles.row}>
          <div className={styles.cells}>
            {fields.map((inner) => (
              <div key={inner.id} className={styles.cell}>
                <label htmlFor={`${id}-${index}-${inner.id}`}>{nameOf(inner, language)}</label>
                <ValueField
                  id={`${id}-${index}-${inner.id}`}
                  field={inner}
                  value={row[inner.id]}
                  onChange={(cell) => set(index, inner.id, cell)}
                />
              </div>
            ))}
          </div>
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t.removeRow}
            disabled={rows.length <= min}
            onClick={() => onChange(rows.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={rows.length >= max}
          onClick={() => onChange([...rows, rows.at(-1) ?? {}])}
        >
          {t.addRow}
        </Button>
      </div>
    </div>
  )
}
