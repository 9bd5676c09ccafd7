import type { Attribution } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { attributionStrings } from './strings.ts'

/** The ways that most money came by. */
export function PathsCard({ data }: { data: Attribution }) {
  const t = useStrings(attributionStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const names = new Map(data.channels.map((row) => [row.channel, nameOf(row, language)]))
  return (
    <Card title={t.paths} note={t.pathsNote}>
      <DataTable
        label={t.paths}
        rows={data.paths}
        rowKey={(row) => row.channels.join('>')}
        columns={[
          {
            key: 'path',
            title: t.path,
            render: (row) => row.channels.map((channel) => names.get(channel) ?? channel).join(' → '),
          },
          { key: 'orders', title: t.orders, numeric: true, render: (row) => format.count(row.conversions) },
          { key: 'paid', title: t.paid, numeric: true, render: (row) => format.exact(row.paidCents, 'money') },
        ]}
      />
    </Card>
  )
}
