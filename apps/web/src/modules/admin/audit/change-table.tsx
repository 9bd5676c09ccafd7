import { Tag } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import type { RecordWords } from '../resources/use-record-words.ts'
import styles from './change-table.module.css'
import { type FieldChange, recordChanges } from './record-changes.ts'
import { strings } from './strings.ts'

type Props = { before: unknown; after: unknown; words: RecordWords }

/** What changed, field by field, the old value beside the new one. */
export function ChangeTable({ before, after, words: { nameOfField, textOf } }: Props) {
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

/** Old and new are told apart by a sign as well as by weight. */
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
