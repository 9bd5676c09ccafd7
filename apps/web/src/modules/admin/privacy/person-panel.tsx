import type { PersonExport } from '@zhanggui/contract'
import { Alert, Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { EraseDialog } from './erase-dialog.tsx'
import { ErasureAnswer } from './erasure-answer.tsx'
import { savePersonFile } from './person-file.ts'
import styles from './person-panel.module.css'
import { splitIdentifiers } from './split-identifiers.ts'
import { strings, tableName } from './strings.ts'
import { useErasePerson, useExportPerson } from './use-privacy.ts'

/** Export and erasure of one person. What was typed stays in this page alone. */
export function PersonPanel({ store }: { store: string }) {
  const t = useStrings(strings)
  const id = useId()
  const [text, setText] = useState('')
  const [erasing, setErasing] = useState(false)
  const find = useExportPerson(store)
  const erase = useErasePerson(store)
  const identifiers = splitIdentifiers(text)
  const none = identifiers.length === 0
  return (
    <Card title={t.one}>
      <div className={stack.stack}>
        <div>
          <label htmlFor={id} className={styles.label}>
            {t.identifiers}
          </label>
          <Input.TextArea
            id={id}
            rows={3}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              find.reset()
              erase.reset()
            }}
          />
          <p className={styles.hint}>{t.identifiersHint}</p>
        </div>
        <Flex gap={8} wrap>
          <Button
            type="primary"
            disabled={none}
            loading={find.isPending}
            onClick={() => find.mutate(identifiers, { onSuccess: savePersonFile })}
          >
            {t.export}
          </Button>
          <Button danger disabled={none} onClick={() => setErasing(true)}>
            {t.erase}
          </Button>
        </Flex>
        {find.isError && <Problem compact error={find.error} />}
        {find.data && !erase.data && <Found person={find.data} />}
        {erase.data && <ErasureAnswer report={erase.data} />}
      </div>
      {erasing && <EraseDialog identifiers={identifiers} erase={erase} onClose={() => setErasing(false)} />}
    </Card>
  )
}

type Kept = PersonExport['tables'][number]

function Found({ person }: { person: PersonExport }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  if (person.tables.every(({ rows }) => rows.length === 0))
    return <Alert type="info" showIcon title={t.nothingFound} description={t.nothingFoundText} />
  const columns: Column<Kept>[] = [
    { key: 'table', title: t.table, render: ({ table }) => tableName(table, t) },
    { key: 'rows', title: t.rows, numeric: true, render: ({ rows }) => format.count(rows.length) },
    { key: 'purpose', title: t.purpose, render: (kept) => (language === 'zh' ? kept.purposeZh : kept.purposeEn) },
  ]
  return <DataTable label={t.found} columns={columns} rows={person.tables} rowKey={({ table }) => table} />
}
