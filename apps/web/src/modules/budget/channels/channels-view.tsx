import { useQuery } from '@tanstack/react-query'
import type { ChannelVerdicts } from '@zhanggui/contract'
import { Tag } from 'antd'
import { apiGet } from '../../../api/client.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import type { BudgetProps } from '../budget-home.tsx'
import { budgetKeys, budgetPath } from '../use-budget.ts'
import { channelsStrings } from './channels-strings.ts'

const MILLI = 1000
const COLOURS = { keep: 'success', cut: 'error', defer: 'default' } as const

type Row = ChannelVerdicts['channels'][number]
type Words = typeof channelsStrings.zh

const useVerdicts = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'channels'),
    queryFn: ({ signal }) => apiGet<ChannelVerdicts>(budgetPath(at, 'channels'), signal),
  })

const columnsOf = (t: Words, format: Format): Column<Row>[] => [
  { key: 'tool', title: t.tool, render: (row) => row.tool },
  {
    key: 'verdict',
    title: t.verdict,
    render: (row) => (
      <span>
        <Tag color={COLOURS[row.verdict]}>{t[row.verdict]}</Tag>
        <small>{t[row.reason]}</small>
      </span>
    ),
  },
  {
    key: 'roi',
    title: t.roi,
    numeric: true,
    render: (row) => (
      <FigureCell value={row.roiMilli === null ? null : row.roiMilli / MILLI} unit="multiple" format={format} />
    ),
    sort: (a, b) => (a.roiMilli ?? -1) - (b.roiMilli ?? -1),
  },
  {
    key: 'spend',
    title: t.spend,
    numeric: true,
    render: (row) => <FigureCell value={row.spendCents} unit="money" format={format} />,
    sort: (a, b) => a.spendCents - b.spendCents,
  },
  {
    key: 'sales',
    title: t.sales,
    numeric: true,
    render: (row) => <FigureCell value={row.attributedCents} unit="money" format={format} />,
  },
  {
    key: 'clicks',
    title: t.clicks,
    numeric: true,
    render: (row) => <FigureCell value={row.clicks} unit="count" format={format} />,
  },
  { key: 'review', title: t.review, render: (row) => format.shortDay(row.reviewDay) },
]

/** Every paid tool kept, cut or judged later, on what it measurably did (P4.11). */
export default function ChannelsView({ at, plan }: BudgetProps) {
  const t = useStrings(channelsStrings)
  const format = useFormat(plan.currency)
  const query = useVerdicts(at)
  const min = plan.budgetRules.roiMinMilli
  return (
    <Panel<ChannelVerdicts>
      title={t.title}
      note={t.note(min === null ? t.noRule : format.short(min / MILLI, 'multiple'))}
      query={query}
      height={260}
      isEmpty={(verdicts) => verdicts.channels.length === 0}
      empty={<EmptyState title={t.none} text={t.noneText} />}
    >
      {(verdicts) => (
        <DataTable columns={columnsOf(t, format)} rows={verdicts.channels} rowKey={(row) => row.tool} label={t.title} />
      )}
    </Panel>
  )
}
