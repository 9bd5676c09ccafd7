import type { ScenarioAnswer } from '@zhanggui/contract'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../charts/line-option.ts'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { scenarioStrings } from './scenario-strings.ts'

type Month = ScenarioAnswer['months'][number]

/** GMV by month: the scenario over the expected course, which stays pale behind it. */
export function MonthChart({ answer, format }: { answer: ScenarioAnswer; format: Format }) {
  const t = useStrings(scenarioStrings)
  const theme = useTheme()
  const words = {
    short: (value: number | null) => format.short(value, 'money'),
    exact: (value: number | null) => format.exact(value, 'money'),
    axis: format.axis,
    full: format.period,
  }
  const series = [
    { name: t.scenario, values: answer.months.map((m) => m.shocked.gmvCents), colour: theme.accentSolid },
    { name: t.expected, values: answer.months.map((m) => m.base.gmvCents), colour: theme.pale, pale: true },
  ]
  const option = buildLineOption({ keys: answer.months.map((m) => m.period), series, words }, theme)
  return (
    <section aria-label={t.months}>
      <h3 style={{ marginBlock: '8px 18px', fontSize: 13, fontWeight: 600 }}>{t.months}</h3>
      <ChartWithTable
        title={t.months}
        option={option}
        height={240}
        table={<MonthTable answer={answer} format={format} />}
      />
    </section>
  )
}

function MonthTable({ answer, format }: { answer: ScenarioAnswer; format: Format }) {
  const t = useStrings(scenarioStrings)
  const money = (pick: (month: Month) => number): Column<Month>['render'] =>
    function render(month) {
      return <FigureCell value={pick(month)} unit="money" format={format} />
    }
  const columns: Column<Month>[] = [
    { key: 'month', title: t.month, render: (month) => format.period(month.period) },
    { key: 'expected', title: t.expected, numeric: true, render: money((month) => month.base.gmvCents) },
    { key: 'scenario', title: t.scenario, numeric: true, render: money((month) => month.shocked.gmvCents) },
    { key: 'spend', title: t.spend, numeric: true, render: money((month) => month.shocked.spendCents) },
  ]
  return <DataTable columns={columns} rows={answer.months} rowKey={(month) => month.period} label={t.months} />
}
