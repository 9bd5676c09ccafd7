import type { ForecastResult } from '@zhanggui/contract'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildStackedOption } from '../../../charts/stacked-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { buildForecastOption } from './forecast-option.ts'
import { levelName } from './level-name.ts'
import { strings } from './strings.ts'

type Value = ForecastResult['whole']['values'][number]

function useWords({ currency, unit }: ForecastResult) {
  const format = useFormat(currency)
  return useMemo(
    () => ({
      short: (value: number | null) => format.short(value, unit),
      exact: (value: number | null) => format.exact(value, unit),
      axis: format.axis,
      full: format.period,
    }),
    [format, unit],
  )
}

export function CourseChart({ result, title }: { result: ForecastResult; title: string }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const format = useFormat(result.currency)
  const words = useWords(result)
  const option = useMemo(() => {
    const bands = result.levels.map((level) => t.band(levelName(level)))
    return buildForecastOption(result.whole, { history: t.history, forecast: t.forecast, bands }, words, theme)
  }, [result, t, words, theme])
  const last = result.levels.length - 1
  const shown = (value: number | undefined) => format.exact(value ?? null, result.unit)
  return (
    <ChartWithTable
      title={title}
      option={option}
      height={340}
      table={
        <DataTable<Value>
          label={title}
          rows={result.whole.values}
          rowKey={({ period }) => period}
          columns={[
            { key: 'period', title: t.period, render: ({ period }) => format.period(period) },
            { key: 'mean', title: t.forecast, numeric: true, render: ({ mean }) => shown(mean) },
            { key: 'low', title: t.low, numeric: true, render: ({ lower }) => shown(lower[last]) },
            { key: 'high', title: t.high, numeric: true, render: ({ upper }) => shown(upper[last]) },
          ]}
        />
      }
    />
  )
}

const PARTS = ['base', 'season', 'event', 'promotion'] as const

/** Base, season, events and promotion, stacked: parts that only ever are zero are left out. */
export function CompositionChart({ result }: { result: ForecastResult }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const format = useFormat(result.currency)
  const words = useWords(result)
  const { values } = result.whole
  const option = useMemo(() => {
    const colours = { base: theme.pale, season: theme.accent, event: theme.amber, promotion: theme.green }
    const series = PARTS.filter((part) => values.some((value) => value.parts[part] !== 0)).map((part) => ({
      name: t[part],
      values: values.map((value) => value.parts[part]),
      colour: colours[part],
    }))
    return buildStackedOption({ keys: values.map(({ period }) => period), series, words, totalName: t.forecast }, theme)
  }, [values, t, words, theme])
  return (
    <ChartWithTable
      title={t.composition}
      option={option}
      height={280}
      table={
        <DataTable<Value>
          label={t.composition}
          rows={values}
          rowKey={({ period }) => period}
          columns={[
            { key: 'period', title: t.period, render: ({ period }) => format.period(period) },
            ...PARTS.map((part) => ({
              key: part,
              title: t[part],
              numeric: true,
              render: (value: Value) => format.exact(value.parts[part], result.unit),
            })),
          ]}
        />
      }
    />
  )
}
