import type { RefusedAnswer } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { surveyStrings } from './strings.ts'

/** Rows that are left out, with the cell that is to be corrected. */
export function RefusedAnswers({ refused }: { refused: readonly RefusedAnswer[] }) {
  const t = useStrings(surveyStrings)
  return (
    <DataTable
      label={t.problem}
      rows={refused}
      rowKey={({ line, column }) => `${line}:${column}`}
      pageSize={10}
      columns={[
        { key: 'line', title: t.line, render: ({ line }) => String(line) },
        { key: 'column', title: t.column, render: ({ column }) => column || '–' },
        { key: 'value', title: t.value, render: ({ value }) => value || '–' },
        { key: 'problem', title: t.problem, render: ({ code }) => t[code] },
      ]}
    />
  )
}
