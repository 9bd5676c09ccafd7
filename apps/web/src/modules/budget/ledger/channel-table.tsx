import type { BudgetBalances, ChannelSpend } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { useBudgetCatalogue } from '../use-budget.ts'
import { ledgerStrings } from './ledger-strings.ts'

/** What the ledger says was spent beside what the tools report, channel by channel. */
export function ChannelTable({ balances, format }: { balances: BudgetBalances; format: Format }) {
  const t = useStrings(ledgerStrings)
  const language = useLanguage()
  const catalogue = useBudgetCatalogue().data
  const name = (id: string): string => {
    const channel = catalogue?.channels.find((one) => one.id === id)
    return channel ? nameOf(channel, language) : id
  }
  const columns: Column<ChannelSpend>[] = [
    {
      key: 'channel',
      title: t.channel,
      render: (row) => <span title={row.tools.join('、')}>{name(row.channel)}</span>,
    },
    {
      key: 'posted',
      title: t.posted,
      numeric: true,
      render: (row) => <FigureCell value={row.balance.spent + row.balance.accrued} unit="money" format={format} />,
    },
    {
      key: 'measured',
      title: t.measured,
      numeric: true,
      render: (row) => (
        <FigureCell value={row.tools.length === 0 ? null : row.measuredCents} unit="money" format={format} />
      ),
    },
    {
      key: 'difference',
      title: t.difference,
      numeric: true,
      render: (row) => (
        <FigureCell value={row.tools.length === 0 ? null : row.differenceCents} unit="money" format={format} />
      ),
    },
  ]
  const rows = balances.channels.filter(({ tools, balance }) => tools.length > 0 || balance.spent + balance.accrued > 0)
  if (rows.length === 0) return null
  return (
    <Card title={t.channels} note={t.channelsNote}>
      <DataTable columns={columns} rows={rows} rowKey={(row) => row.channel} label={t.channels} />
      {balances.unknownTools.length > 0 && (
        <p>{t.unknownTools(balances.unknownTools.map(({ tool }) => tool).join('、'))}</p>
      )}
    </Card>
  )
}
