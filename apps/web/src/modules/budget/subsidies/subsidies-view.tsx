import type { Subsidies } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { BudgetProps } from '../budget-home.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { subsidiesStrings } from './subsidies-strings.ts'
import { useSettleSubsidies, useSubsidies } from './use-subsidies.ts'

type Batch = Subsidies['batches'][number]
type Words = typeof subsidiesStrings.zh

const columnsOf = (t: Words, format: Format, onMove: ((batch: Batch) => void) | null): Column<Batch>[] => {
  const money = (key: 'expectedCostCents' | 'actualCostCents' | 'liabilityCents' | 'lapsedCents', title: string) => ({
    key,
    title,
    numeric: true,
    render: (batch: Batch) => <FigureCell value={batch.position[key]} unit="money" format={format} />,
  })
  const count = (key: 'issuedUnits' | 'redeemedUnits' | 'outstandingUnits', title: string) => ({
    key,
    title,
    numeric: true,
    render: (batch: Batch) => <FigureCell value={batch.position[key]} unit="count" format={format} />,
  })
  return [
    { key: 'name', title: t.name, render: (batch) => batch.name },
    { key: 'kind', title: t.kind, render: (batch) => t[batch.kind] },
    { key: 'valid', title: t.validThrough, render: (batch) => format.shortDay(batch.validThroughDay) },
    count('issuedUnits', t.issued),
    count('redeemedUnits', t.redeemed),
    count('outstandingUnits', t.outstanding),
    money('expectedCostCents', t.expected),
    money('actualCostCents', t.actual),
    money('liabilityCents', t.liability),
    money('lapsedCents', t.lapsed),
    ...(onMove
      ? [
          {
            key: 'move',
            title: '',
            render: (batch: Batch) => (
              <Button size="small" onClick={() => onMove(batch)}>
                {t.move}
              </Button>
            ),
          },
        ]
      : []),
  ]
}

/** Coupons, gifts, points …: expected and actual cost, and what is owed to buyers (P4.09). */
export default function SubsidiesView({ at, plan }: BudgetProps) {
  const t = useStrings(subsidiesStrings)
  const format = useFormat(plan.currency)
  const mayPost = usePermissions().includes('budget:post')
  const [asked, setAsked] = useState<'new' | Batch | null>(null)
  const lines = plan.budget.filter((line) => line.kind === 'subsidy')
  const close = () => setAsked(null)
  return (
    <Panel<Subsidies>
      title={t.title}
      note={lines.length === 0 ? t.noLine : t.note}
      query={useSubsidies(at)}
      height={240}
      isEmpty={(subsidies) => subsidies.batches.length === 0 && asked === null}
      empty={<EmptyState title={t.none} text={t.noneText} />}
      extra={mayPost && <Actions at={at} disabled={lines.length === 0} onNew={() => setAsked('new')} />}
    >
      {(subsidies) => (
        <>
          <DataTable
            columns={columnsOf(t, format, mayPost ? setAsked : null)}
            rows={subsidies.batches}
            rowKey={(batch) => batch.id}
            label={t.title}
          />
          {asked === 'new' && <OpenDialog at={at} lines={lines} onClose={close} />}
          {asked !== null && asked !== 'new' && <MoveDialog at={at} batch={asked} onClose={close} />}
        </>
      )}
    </Panel>
  )
}

function Actions({ at, disabled, onNew }: Pick<BudgetProps, 'at'> & { disabled: boolean; onNew: () => void }) {
  const t = useStrings(subsidiesStrings)
  const { message } = App.useApp()
  const settle = useSettleSubsidies(at)
  return (
    <>
      <Button
        loading={settle.isPending}
        disabled={disabled}
        onClick={() =>
          settle.mutate(undefined, { onSuccess: ({ posted }) => void message.success(t.settled(String(posted))) })
        }
      >
        {t.settle}
      </Button>
      <Button type="primary" disabled={disabled} onClick={onNew}>
        {t.add}
      </Button>
    </>
  )
}
