import type { SeasonOutlookAnswer } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import type { GroupName } from './peaks-table.tsx'
import { strings } from './strings.ts'

type Rising = SeasonOutlookAnswer['rising'][number]

/** What grows beyond its season, the fastest first. */
export function RisingTable({ outlook, nameOfGroup }: { outlook: SeasonOutlookAnswer; nameOfGroup: GroupName }) {
  const t = useStrings(strings)
  const format = useFormat(outlook.currency)
  const figure = (value: number) => <FigureCell value={value} unit={outlook.unit} format={format} />
  const columns: Column<Rising>[] = [
    { key: 'group', title: t.group, render: nameOfGroup },
    { key: 'now', title: t.now, numeric: true, render: ({ now }) => figure(now) },
    { key: 'before', title: t.yearBefore, numeric: true, render: ({ yearBefore }) => figure(yearBefore) },
    {
      key: 'growth',
      title: t.change,
      numeric: true,
      render: ({ growth }) => <ChangeMark change={{ amount: growth - 1, kind: 'relative' }} />,
    },
  ]
  return <DataTable label={t.risingTitle} columns={columns} rows={outlook.rising} rowKey={({ group }) => group} />
}
