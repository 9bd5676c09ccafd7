import { Tag } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from './change-table.module.css'
import { type FieldChange, recordChanges } from './record-changes.ts'
import { strings } from './strings.ts'

type Props = {
  before: unknown
  after: unknown
  /** The field's name in words, and a value as the reader knows it; both are as stored when not given. */
  nameOfField?: (path: string) => string
  textOf?: (path: string, value: unknown) => string
}

/** What changed, field by field, the old value beside the new one. */
export function ChangeTable({ before, after, nameOfField = (path) => path, textOf = plainText }: Props) {
  const t = useStrings(strings)
  const changes = recordChanges(before, after)
  if (changes.length === 0) return <p>{t.noChanges}</p>
  const columns: Column<FieldChange>[] = [
    { key: 'field', title: t.field, render: (change) => nameOfField(change.path) || NO_VALUE },
    {
      key: 'before',
      title: t.before,
      render: (change) => <Value text={textOf(change.path, change.before)} side="before" change={change} />,
    },
    {
      key: 'after',
      title: t.after,
      render: (change) => <Value text={textOf(change.path, change.after)} side="after" change={change} />,
    },
  ]
  return (
    <DataTable label={t.history} columns={columns} rows={changes} rowKey={(change) => change.path} pageSize={200} />
  )
}

const plainText = (_path: string, value: unknown): string => {
  if (value === undefined) return NO_VALUE
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Old values are struck through and new ones marked by a sign as well as by colour. */
function Value({ text, side, change }: { text: string; side: 'before' | 'after'; change: FieldChange }) {
  if (change[side] === undefined) return <span>{NO_VALUE}</span>
  const sign = side === 'before' ? '−' : '+'
  return (
    <span className={styles[side]}>
      <Tag className={styles.sign ?? ''}>{sign}</Tag>
      {text}
    </span>
  )
}
