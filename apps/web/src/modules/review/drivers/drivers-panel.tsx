import type { Explanation } from '@zhanggui/contract'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import type { ChartWords } from '../../../charts/series.ts'
import { buildWaterfallOption } from '../../../charts/waterfall-option.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { driversStrings } from './strings.ts'

const HEIGHT = 320

/** From the figure before to the figure now, driver by driver; nothing for a metric that has none. */
export function DriversPanel({ data, name }: { data: Explanation; name: string }) {
  const t = useStrings(driversStrings)
  const { before, after } = data
  if (data.drivers.length === 0 || before === null || after === null) return null
  return (
    <Card title={t.drivers} note={t.driversNote}>
      <Waterfall data={data} ends={{ before, after }} title={`${name} · ${t.drivers}`} />
    </Card>
  )
}

type Ends = { before: number; after: number }

function Waterfall({ data, ends, title }: { data: Explanation; ends: Ends; title: string }) {
  const t = useStrings(driversStrings)
  const language = useLanguage()
  const theme = useTheme()
  const narrow = useNarrow()
  const format = useFormat(data.currency)
  const { unit } = data.metric
  const words: ChartWords = {
    short: (value) => format.short(value, unit),
    exact: (value) => format.exact(value, unit),
    axis: (key) => key,
    full: (key) => key,
  }
  const option = buildWaterfallOption(
    {
      start: { name: t.before, value: ends.before },
      steps: data.drivers.map((d) => ({ name: nameOf(d, language), effect: d.effect })),
      end: { name: t.after, value: ends.after },
      words,
      narrow,
    },
    theme,
  )
  return (
    <>
      <ChartWithTable
        title={title}
        option={option}
        height={HEIGHT}
        table={<DriverTable data={data} format={format} />}
      />
      {!narrow && <DriverTable data={data} format={format} />}
    </>
  )
}

/** Money of a driver is in the shop's currency, people and rates in their own units. */
const DRIVER_UNITS: Readonly<Record<string, 'count' | 'ratio' | 'money'>> = {
  uv: 'count',
  buyers: 'count',
  cvr: 'ratio',
}

function DriverTable({ data, format }: { data: Explanation; format: Format }) {
  const t = useStrings(driversStrings)
  const language = useLanguage()
  const unitOf = (id: string) => DRIVER_UNITS[id] ?? 'money'
  // A rate has one decimal as everywhere; what it is exactly is said on hover.
  const write = (value: number | null, id: string) => (
    <span title={format.exact(value, unitOf(id))}>
      {unitOf(id) === 'ratio' ? format.short(value, 'ratio') : format.exact(value, unitOf(id))}
    </span>
  )
  return (
    <DataTable
      label={t.drivers}
      rows={data.drivers}
      rowKey={(d) => d.id}
      columns={[
        { key: 'name', title: t.driver, render: (d) => nameOf(d, language) },
        { key: 'before', title: t.before, numeric: true, render: (d) => write(d.from, d.id) },
        { key: 'after', title: t.after, numeric: true, render: (d) => write(d.to, d.id) },
        {
          key: 'effect',
          title: t.effect,
          numeric: true,
          render: (d) => <span data-value={d.effect}>{format.exact(d.effect, data.metric.unit)}</span>,
        },
      ]}
    />
  )
}
