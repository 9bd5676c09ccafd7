import { DownloadOutlined } from '@ant-design/icons'
import type { ProgrammeBalance, ProgrammeInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { type ProgrammeAt, statementPath } from '../use-programmes.ts'
import { PayoutDialog } from './payout-dialog.tsx'
import { PayoutsPanel } from './payouts-panel.tsx'
import { strings } from './strings.ts'

type Props = { at: ProgrammeAt; programme: ProgrammeInfo }

/** Where the money of a programme stands, and how it was settled. */
export function LedgerPanel({ at, programme }: Props) {
  const t = useStrings(strings)
  const [settled, settle] = useState<ProgrammeBalance | null>(null)
  const { balances } = programme
  return (
    <>
      <Card title={t.balances} note={t.balancesNote}>
        {balances.length === 0 ? (
          <EmptyState title={t.noBalances} text={t.noBalancesText} />
        ) : (
          <Balances at={at} balances={balances} onSettle={settle} />
        )}
      </Card>
      <PayoutsPanel at={at} />
      {settled && <PayoutDialog at={at} balance={settled} onClose={() => settle(null)} />}
    </>
  )
}

type BalancesProps = {
  at: ProgrammeAt
  balances: readonly ProgrammeBalance[]
  onSettle: (balance: ProgrammeBalance) => void
}

function Balances({ at, balances, onSettle }: BalancesProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const permissions = usePermissions()
  const columns: Column<ProgrammeBalance>[] = [
    { key: 'account', title: t.account, render: (balance) => nameOf(balance, language) },
    {
      key: 'balance',
      title: t.balance,
      numeric: true,
      render: ({ cents }) => <span data-value={cents}>{format.exact(cents, 'money')}</span>,
    },
    {
      key: 'statement',
      title: '',
      render: ({ account }) =>
        permissions.includes('data:export') && (
          <Button
            size="small"
            type="text"
            icon={<DownloadOutlined aria-hidden />}
            href={statementPath(at, account)}
            download
          >
            {t.statement}
          </Button>
        ),
    },
    {
      key: 'settle',
      title: '',
      render: (balance) =>
        balance.party !== null &&
        balance.cents !== 0 &&
        permissions.includes('plan:write') && (
          <Button size="small" onClick={() => onSettle(balance)}>
            {t.settle}
          </Button>
        ),
    },
  ]
  return <DataTable columns={columns} rows={balances} rowKey={(row) => row.account} label={t.balances} />
}
