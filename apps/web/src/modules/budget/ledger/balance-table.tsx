import type { BudgetBalances, BudgetLine, LineBalance, PlanDetail } from '@zhanggui/contract'
import { Button } from 'antd'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { ledgerStrings } from './ledger-strings.ts'
import { MoneyBar, MoneyLegend } from './money-bar.tsx'

type Row = { line: BudgetLine; balance: LineBalance }
type Props = {
  plan: PlanDetail
  balances: BudgetBalances
  format: Format
  /** Posts to a line; `null` for those who may not. */
  onPost: ((lineId: string) => void) | null
}

/** Every line that has money, in its states. */
export function BalanceTable({ plan, balances, format, onPost }: Props) {
  const t = useStrings(ledgerStrings)
  const balanceOf = new Map(balances.lines.map(({ lineId, balance }) => [lineId, balance]))
  const rows = plan.budget.flatMap((line): Row[] => {
    const balance = balanceOf.get(line.id)
    return balance ? [{ line, balance }] : []
  })
  const figure = (key: keyof LineBalance, title: string): Column<Row> => ({
    key,
    title,
    numeric: true,
    render: ({ balance }) => <FigureCell value={balance[key]} unit="money" format={format} />,
    sort: (a, b) => a.balance[key] - b.balance[key],
  })
  const columns: Column<Row>[] = [
    { key: 'line', title: t.line, render: ({ line }) => line.name || line.id },
    { key: 'bar', title: t.bar, render: ({ line, balance }) => <MoneyBar balance={balance} label={line.name} /> },
    figure('budgetCents', t.budget),
    figure('committed', t.committed),
    figure('accrued', t.accrued),
    figure('spent', t.spent),
    figure('planned', t.planned),
    ...(onPost
      ? [
          {
            key: 'post',
            title: '',
            render: ({ line }: Row) =>
              line.kind === 'reserve' ? null : (
                <Button size="small" onClick={() => onPost(line.id)}>
                  {t.post}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <div>
      <MoneyLegend />
      <DataTable columns={columns} rows={rows} rowKey={({ line }) => line.id} label={t.title} />
    </div>
  )
}
