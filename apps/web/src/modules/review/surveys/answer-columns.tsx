import type { AnswersImported, Survey } from '@zhanggui/contract'
import { Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { surveyStrings } from './strings.ts'

type Column = AnswersImported['columns'][number]
type Props = {
  columns: readonly Column[]
  questions: Survey['questions']
  onChange: (index: number, as: Column['as']) => void
}

/** What each column is taken for; whoever knows better says so here. */
export function AnswerColumns({ columns, questions, onChange }: Props) {
  const t = useStrings(surveyStrings)
  const options: { value: Column['as']; label: string }[] = [
    ...questions.map(({ number, text }) => ({ value: number, label: t.questionTitle(String(number), text) })),
    { value: 'person', label: t.person },
    { value: 'day', label: t.day },
    { value: 'ignore', label: t.ignore },
  ]
  const rows = columns.map((column, index) => ({ ...column, index }))
  return (
    <DataTable
      label={t.columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: 'header', title: t.header, render: ({ header }) => header },
        {
          key: 'as',
          title: t.meaning,
          render: ({ index, as, header }) => (
            <Select
              aria-label={`${header} ${t.meaning}`}
              value={as}
              options={options}
              popupMatchSelectWidth={false}
              style={{ minWidth: 200, maxWidth: '60vw' }}
              onChange={(value) => onChange(index, value)}
            />
          ),
        },
      ]}
    />
  )
}
