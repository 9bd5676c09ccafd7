import type { ColumnMapping } from '@zhanggui/contract'
import { Alert, Checkbox, Tag } from 'antd'
import { useState } from 'react'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { listed } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { certaintyOf } from './certainty.ts'
import { assignField, mappingSummary, sampleValues } from './column-mapping.ts'
import { FieldSelect } from './field-select.tsx'
import { problemOf } from './file-problems.ts'
import type { FileDraft } from './import-draft.ts'
import styles from './mapping-table.module.css'
import { reviewStrings } from './review-strings.ts'

const SAMPLES_SHOWN = 3
const TONE = { sure: 'success', likely: 'default', guess: 'warning' } as const

type Props = { file: FileDraft; onChange: (edit: (file: FileDraft) => FileDraft) => void }

/** Every column of the file beside the field it fills, with values to check the guess against. */
export function MappingTable({ file, onChange }: Props) {
  const t = useStrings(reviewStrings)
  const format = useFormat()
  const [onlyLeftOut, setOnlyLeftOut] = useState(false)
  const { used, leftOut } = mappingSummary(file.mapping)
  const rows = file.mapping.columns.filter((entry) => !onlyLeftOut || entry.field === null)
  const assign = (column: number, field: string | null) =>
    onChange((old) => ({ ...old, mapping: assignField(old.mapping, { column, field }) }))
  const columns: Column<ColumnMapping>[] = [
    { key: 'header', title: t.column, render: (entry) => <HeaderCell entry={entry} /> },
    { key: 'samples', title: t.samples, render: (entry) => <Samples file={file} column={entry.column} /> },
    {
      key: 'field',
      title: t.field,
      render: (entry) => <FieldSelect file={file} entry={entry} onChange={(field) => assign(entry.column, field)} />,
    },
    { key: 'certainty', title: t.confidence, render: (entry) => <CertaintyTag entry={entry} /> },
  ]
  return (
    <Card
      title={t.mapping}
      note={t.mappingSummary(format.count(used), format.count(leftOut))}
      extra={
        <Checkbox checked={onlyLeftOut} onChange={(event) => setOnlyLeftOut(event.target.checked)}>
          {t.onlyUndecided}
        </Checkbox>
      }
    >
      <Problem file={file} />
      <DataTable
        label={t.mapping}
        columns={columns}
        rows={rows}
        rowKey={(entry) => String(entry.column)}
        pageSize={200}
      />
    </Card>
  )
}

function Problem({ file }: { file: FileDraft }) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const problem = problemOf(file)
  if (problem === null) return null
  const text =
    problem.kind === 'nothingUsed'
      ? t.nothingUsed
      : t.missing(
          listed(
            problem.fields.map((field) => nameOf(field, language)),
            language,
          ),
        )
  return <Alert className={styles.problem ?? ''} type="warning" showIcon title={text} />
}

function HeaderCell({ entry }: { entry: ColumnMapping }) {
  const t = useStrings(reviewStrings)
  return <span className={styles.header}>{entry.header.trim() || t.unnamedColumn(String(entry.column + 1))}</span>
}

function Samples({ file, column }: { file: FileDraft; column: number }) {
  const t = useStrings(reviewStrings)
  const values = sampleValues(file.preview.sampleRows, { column, countMax: SAMPLES_SHOWN })
  if (values.length === 0) return <span className={styles.none}>{t.samplesNone}</span>
  return <span className={styles.samples}>{values.join(' · ')}</span>
}

function CertaintyTag({ entry }: { entry: ColumnMapping }) {
  const t = useStrings(reviewStrings)
  if (entry.field === null) return NO_VALUE
  const certainty = certaintyOf(entry.confidence)
  return <Tag color={TONE[certainty]}>{t[certainty]}</Tag>
}
