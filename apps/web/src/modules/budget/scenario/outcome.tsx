import type { ScenarioAnswer, ScenarioFigures, Unit } from '@zhanggui/contract'
import { Tag } from 'antd'
import { changeOf } from '../../../format/change.ts'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import stack from '../../../parts/stack.module.css'
import { MonthChart } from './month-chart.tsx'
import { scenarioStrings } from './scenario-strings.ts'

type Row = { key: keyof ScenarioFigures; title: string; unit: Unit; over?: boolean }

/** Expected beside shocked, figure by figure, and month by month. */
export function Outcome({ answer, format }: { answer: ScenarioAnswer; format: Format }) {
  const t = useStrings(scenarioStrings)
  const { base, shocked, ceilings } = answer
  const rows: Row[] = [
    { key: 'gmvCents', title: t.gmv, unit: 'money' },
    { key: 'spendCents', title: t.spend, unit: 'money' },
    { key: 'feeRatio', title: t.feeRatio, unit: 'ratio', over: ceilings.feeRatioOver },
    { key: 'newBuyers', title: t.newBuyers, unit: 'count' },
    { key: 'cacCents', title: t.cac, unit: 'money', over: ceilings.cacOver },
  ]
  const whole = (value: number | null, unit: Unit) => (value === null || unit === 'ratio' ? value : Math.round(value))
  const columns: Column<Row>[] = [
    { key: 'title', title: '', render: (row) => row.title },
    {
      key: 'expected',
      title: t.expected,
      numeric: true,
      render: (row) => <FigureCell value={whole(base[row.key], row.unit)} unit={row.unit} format={format} />,
    },
    {
      key: 'scenario',
      title: t.scenario,
      numeric: true,
      render: (row) => (
        <>
          {row.over && <Tag color="error">{t.over}</Tag>}
          <FigureCell value={whole(shocked[row.key], row.unit)} unit={row.unit} format={format} />
        </>
      ),
    },
    {
      key: 'change',
      title: t.change,
      numeric: true,
      render: (row) => <ChangeMark change={changeOf(shocked[row.key], base[row.key], row.unit)} />,
    },
  ]
  return (
    <div className={stack.stack}>
      <DataTable columns={columns} rows={rows} rowKey={(row) => row.key} label={t.title} />
      <MonthChart answer={answer} format={format} />
      <small>{answer.measuredYear === null ? t.noBasis : t.basis(answer.measuredYear)}</small>
    </div>
  )
}
