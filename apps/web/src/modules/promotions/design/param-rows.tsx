import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './fields.module.css'
import { ParamInput } from './param-input.tsx'
import { paramKind } from './param-kind.ts'
import { paramName } from './param-names.ts'
import { strings } from './strings.ts'

type Row = Record<string, unknown>
type Props = { id: string; example: unknown; value: unknown; onChange: (value: unknown) => void }

const rowsOf = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : []

/** Tiers, parts, gifts: rows of the same settings. A new row starts as a copy of the last one. */
export function ParamRows({ id, example, value, onChange }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const rows = rowsOf(value)
  // A row has no name of its own; rows are edited where they stand and never change places.
  const placed = rows.map((row, index) => ({ row, index }))
  // The example says in which order the settings are read: 满 before 减.
  const shape = { ...(rowsOf(example)[0] ?? {}), ...rows[0] }
  const keys = [...new Set([...Object.keys(shape), ...rows.flatMap((row) => Object.keys(row))])]
  const set = (index: number, key: string, cell: unknown) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, [key]: cell } : row)))
  return (
    <div className={styles.rows}>
      {placed.map(({ row, index }) => (
        <div key={index} className={styles.row}>
          {keys.map((key) => (
            <div key={key} className={styles.cell}>
              <label htmlFor={`${id}-${index}-${key}`}>{paramName(key, language)}</label>
              <ParamInput
                id={`${id}-${index}-${key}`}
                kind={paramKind(key, row[key] ?? shape[key])}
                example={shape[key]}
                value={row[key]}
                onChange={(cell) => set(index, key, cell)}
              />
            </div>
          ))}
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t.removeRow}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...rows, rows.at(-1) ?? shape])}>
          {t.addRow}
        </Button>
      </div>
    </div>
  )
}
