import type { ClockReport } from '@zhanggui/contract'
import { Segmented, Select } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { dayAfter } from '../duty/week.ts'
import { useReport } from '../use-clocks.ts'
import { reportStrings } from './report-strings.ts'

type Row = ClockReport['rows'][number]

const HEIGHT = 260
const LENGTHS = [7, 30, 90, 365]

/** How many deadlines were kept, by kind and step or by owner. */
export default function ReportView() {
  const t = useStrings(reportStrings)
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const { get, set } = useSearchState()
  const by = get('by') === 'owner' ? 'owner' : 'ladder'
  const days = LENGTHS.find((length) => String(length) === get('days')) ?? 30
  const zone = timeZone === undefined ? {} : { timeZone }
  const tomorrow = dayAfter(new Intl.DateTimeFormat('en-CA', zone).format(Date.now()), 1)
  const report = useReport({ from: dayAfter(tomorrow, -days), to: tomorrow, by })
  const controls = (
    <>
      <Segmented
        value={by}
        onChange={(value) => set({ by: value === 'ladder' ? null : value }, { replace: true })}
        options={[
          { value: 'ladder', label: t.byLadder },
          { value: 'owner', label: t.byOwner },
        ]}
      />{' '}
      <Select
        aria-label={t.range}
        value={days}
        onChange={(value) => set({ days: String(value) }, { replace: true })}
        options={LENGTHS.map((value) => ({ value, label: t.days(format.count(value)) }))}
      />
    </>
  )
  return (
    <Panel<ClockReport>
      title={t.title}
      note={t.note}
      extra={controls}
      query={report}
      height={HEIGHT}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<EmptyState title={t.none} text={t.noneText} />}
    >
      {({ rows }) => <Rows rows={rows} by={by} />}
    </Panel>
  )
}

function Rows({ rows, by }: { rows: readonly Row[]; by: 'ladder' | 'owner' }) {
  const t = useStrings(reportStrings)
  const format = useFormat()
  const language = useLanguage()
  const counted = (key: 'kept' | 'late' | 'open'): Column<Row> => ({
    key,
    title: t[key],
    numeric: true,
    render: (row) => format.count(row[key]),
    sort: (a, b) => a[key] - b[key],
  })
  const columns: Column<Row>[] = [
    { key: 'name', title: by === 'owner' ? t.who : t.what, render: (row) => nameOf(row, language) },
    {
      key: 'share',
      title: t.share,
      numeric: true,
      render: ({ share }) => <span data-value={share ?? ''}>{share === null ? '–' : format.percent(share)}</span>,
      sort: (a, b) => (a.share ?? -1) - (b.share ?? -1),
    },
    counted('kept'),
    counted('late'),
    counted('open'),
  ]
  return <DataTable columns={columns} rows={rows} rowKey={(row) => `${row.key}/${row.step}`} label={t.title} />
}
