import type { SeasonOutlookAnswer, SeasonPeak } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { listed } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from './season-page.module.css'
import { strings } from './strings.ts'

/** Every peak with what makes it one and the days that count. */
export function PeaksTable({ outlook, nameOfGroup }: { outlook: SeasonOutlookAnswer; nameOfGroup: GroupName }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(outlook.currency)
  const months = ({ from, to }: SeasonPeak): string =>
    from === to ? format.period(from) : `${format.period(from)} – ${format.period(to)}`
  const columns: Column<SeasonPeak>[] = [
    { key: 'group', title: t.group, render: nameOfGroup },
    { key: 'state', title: t.state, render: ({ status }) => <StatusMark status={status} /> },
    { key: 'months', title: t.months, render: months },
    {
      key: 'strength',
      title: t.strength,
      numeric: true,
      sort: (a, b) => a.index - b.index,
      render: ({ index, years }) => (
        <span data-value={index} title={t.strengthTitle(index.toFixed(2), years.above, years.seen)}>
          {index.toFixed(2)}×
        </span>
      ),
    },
    {
      key: 'growth',
      title: t.growth,
      numeric: true,
      render: ({ growth }) => <ChangeMark change={growth === null ? null : { amount: growth - 1, kind: 'relative' }} />,
    },
    { key: 'research', title: t.researchFrom, render: ({ researchFrom }) => format.longDay(researchFrom) },
    { key: 'decide', title: t.decideBy, render: ({ decideBy }) => format.longDay(decideBy) },
    { key: 'left', title: t.daysLeft, numeric: true, render: ({ leadDays }) => t.days(format.count(leadDays)) },
    {
      key: 'occasions',
      title: t.occasions,
      render: ({ occasions }) =>
        listed(
          occasions.map((o) => nameOf(o, language)),
          language,
        ) || '–',
    },
  ]
  return (
    <DataTable
      label={t.list}
      columns={columns}
      rows={outlook.peaks}
      rowKey={({ group, from }) => `${from} ${group}`}
      pageSize={30}
    />
  )
}

export type GroupName = (named: { group: string; label: string }) => string

function StatusMark({ status }: Pick<SeasonPeak, 'status'>) {
  const t = useStrings(strings)
  return <span className={`${styles.mark} ${styles[status]}`}>{t[status]}</span>
}
