import type { ReserveView } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import type { BudgetProps } from '../budget-home.tsx'
import { reserveStrings } from './reserve-strings.ts'
import { SettleDialog } from './settle-dialog.tsx'

type Release = ReserveView['releases'][number]
type Props = BudgetProps & { releases: readonly Release[]; mayPost: boolean }

/** What became of each release: restored, reported, or open since so many days. */
export function ReleaseTable({ at, plan, releases, mayPost }: Props) {
  const t = useStrings(reserveStrings)
  const format = useFormat(plan.currency)
  const [asked, setAsked] = useState<{ release: Release; what: 'restore' | 'report' } | null>(null)
  const nameOf = (id: string) => plan.budget.find((line) => line.id === id)?.name ?? id
  const columns: Column<Release>[] = [
    { key: 'day', title: t.day, render: (row) => format.shortDay(row.day) },
    { key: 'to', title: t.to, render: (row) => nameOf(row.toLineId) },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: (row) => <FigureCell value={row.amountCents} unit="money" format={format} />,
    },
    {
      key: 'why',
      title: t.trigger,
      render: (row) => <span title={row.evidence}>{`${t[row.trigger]}：${row.evidence}`}</span>,
    },
    {
      key: 'people',
      title: t.people,
      render: (row) => (
        <>
          <PersonName person={row.askedBy} />
          {row.approvedBy && ' / '}
          {row.approvedBy && <PersonName person={row.approvedBy} />}
        </>
      ),
    },
    {
      key: 'outstanding',
      title: t.outstanding,
      numeric: true,
      render: (row) => <FigureCell value={row.outstandingCents} unit="money" format={format} />,
    },
    { key: 'state', title: t.state, render: (row) => <State release={row} /> },
    {
      key: 'actions',
      title: t.actions,
      render: (row) =>
        mayPost && row.state === 'open' ? (
          <>
            <Button size="small" onClick={() => setAsked({ release: row, what: 'restore' })}>
              {t.giveBack}
            </Button>{' '}
            <Button size="small" onClick={() => setAsked({ release: row, what: 'report' })}>
              {t.report}
            </Button>
          </>
        ) : null,
    },
  ]
  return (
    <>
      <DataTable columns={columns} rows={releases} rowKey={(row) => row.id} label={t.releases} />
      {asked && <SettleDialog at={at} {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function State({ release }: { release: Release }) {
  const t = useStrings(reserveStrings)
  if (release.state === 'restored') return <Tag color="success">{t.stateRestored}</Tag>
  if (release.state === 'reported')
    return (
      <Tag color="success" title={release.report ?? undefined}>
        {t.stateReported}
      </Tag>
    )
  return <Tag color="warning">{t.open(String(release.daysOpen))}</Tag>
}
