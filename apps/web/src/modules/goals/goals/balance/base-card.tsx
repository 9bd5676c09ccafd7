import type { DailyBase } from '@zhanggui/contract'
import { Alert } from 'antd'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../../charts/line-option.ts'
import type { ChartWords } from '../../../../charts/series.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { ChangeMark } from '../../../../parts/change-mark.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import { balanceStrings } from './strings.ts'
import { useDailyBase } from './use-balance.ts'

const HEIGHT = 260

/** What an ordinary day sells, month by month, promotions taken out; a spike cannot hide a falling base. */
export default function BaseCard({ at, view }: GoalsProps) {
  const t = useStrings(balanceStrings)
  return (
    <Panel<DailyBase> title={t.base} note={t.baseNote} query={useDailyBase(at)} height={HEIGHT + 200}>
      {(data) => <Course data={data} currency={view.currency} />}
    </Panel>
  )
}

function Course({ data, currency }: { data: DailyBase; currency: string }) {
  const t = useStrings(balanceStrings)
  const theme = useTheme()
  const format = useFormat(currency)
  const words: ChartWords = {
    short: (value) => format.short(value, 'money'),
    exact: (value) => format.exact(value, 'money'),
    axis: format.axis,
    full: format.period,
  }
  const series = [{ name: t.basePerDay, values: data.months.map((m) => m.base), colour: theme.accent }]
  const option = buildLineOption({ keys: data.months.map((m) => m.month), series, words }, theme)
  const masked = data.months.filter((m) => m.masked).map((m) => format.period(m.month))
  return (
    <>
      <ChartWithTable
        title={t.base}
        option={option}
        height={HEIGHT}
        table={<MonthTable data={data} currency={currency} />}
      />
      {masked.length > 0 && <Alert type="warning" showIcon title={t.masked(masked.join('、'))} />}
      <MonthTable data={data} currency={currency} />
    </>
  )
}

function MonthTable({ data, currency }: { data: DailyBase; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const change = (amount: number | null) => (
    <ChangeMark change={amount === null ? null : { amount, kind: 'relative' }} />
  )
  return (
    <DataTable<DailyBase['months'][number]>
      label={t.base}
      rows={data.months.toReversed()}
      rowKey={(m) => m.month}
      columns={[
        { key: 'month', title: t.month, render: (m) => format.period(m.month) },
        {
          key: 'base',
          title: t.basePerDay,
          numeric: true,
          render: (m) => <FigureCell value={m.base} unit="money" format={format} />,
        },
        { key: 'growth', title: t.baseGrowth, numeric: true, render: (m) => change(m.growth) },
        { key: 'whole', title: t.wholeGrowth, numeric: true, render: (m) => change(m.wholeGrowth) },
        { key: 'promo', title: t.promoDays, numeric: true, render: (m) => format.count(m.promoDays) },
      ]}
    />
  )
}
