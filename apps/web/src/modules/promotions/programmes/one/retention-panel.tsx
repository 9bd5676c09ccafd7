import type { ProgrammeRetention } from '@zhanggui/contract'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import { type ProgrammeAt, useRetention } from '../use-programmes.ts'
import { buildRetentionOption } from './retention-option.ts'
import { strings } from './strings.ts'

const HEIGHT = 300

/** How many stay how long, beside buyers of the same months who bought singly. */
export default function RetentionPanel({ at }: { at: ProgrammeAt }) {
  const t = useStrings(strings)
  const format = useFormat()
  const query = useRetention(at)
  const note = query.data ? t.retentionNote(format.count(query.data.graceDays)) : ''
  return (
    <Panel<ProgrammeRetention>
      title={t.retention}
      note={note}
      query={query}
      height={HEIGHT}
      isEmpty={({ subscribers }) => subscribers.people === 0}
      empty={<EmptyState title={t.noRetention} text={t.noRetentionText} />}
    >
      {(retention) => <Curves retention={retention} />}
    </Panel>
  )
}

type Row = ProgrammeRetention['subscribers']['curve'][number] & { group: string }

function Curves({ retention }: { retention: ProgrammeRetention }) {
  const t = useStrings(strings)
  const format = useFormat()
  const theme = useTheme()
  const share = (value: number | null) => (value === null ? '–' : format.percent(value))
  const day = (key: string) => t.days(key)
  const names = {
    subscribers: t.subscribers(format.count(retention.subscribers.people)),
    singles: t.singles(format.count(retention.singles.people)),
  }
  const words = { short: share, exact: share, axis: day, full: day }
  const rows: Row[] = (['subscribers', 'singles'] as const).flatMap((group) =>
    retention[group].curve.map((point) => ({ ...point, group: names[group] })),
  )
  const columns: Column<Row>[] = [
    { key: 'group', title: t.kind, render: ({ group }) => group },
    { key: 'day', title: t.day, numeric: true, render: ({ days }) => t.days(format.count(days)) },
    { key: 'atRisk', title: t.atRisk, numeric: true, render: ({ atRisk }) => format.count(atRisk) },
    { key: 'left', title: t.left, numeric: true, render: ({ left }) => format.count(left) },
    { key: 'share', title: t.stillThere, numeric: true, render: ({ survival }) => share(survival) },
  ]
  const table = (
    <DataTable columns={columns} rows={rows} rowKey={(row) => `${row.group} ${row.days}`} label={t.retention} />
  )
  return (
    <ChartWithTable
      title={t.retention}
      option={buildRetentionOption(retention, { names, words }, theme)}
      height={HEIGHT}
      table={table}
    />
  )
}
