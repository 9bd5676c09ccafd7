import type { MetricInfo, QueryResult } from '@zhanggui/contract'
import { useMemo } from 'react'
import { Chart } from '../../../charts/chart.tsx'
import { Legend } from '../../../charts/legend.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { useDimensionValue } from '../use-dimension-value.ts'
import { buildExploreChart } from './explore-chart.ts'
import type { ChartKind } from './explore-state.ts'
import styles from './result-charts.module.css'
import { strings } from './strings.ts'

type ResultChartsProps = {
  result: QueryResult
  metrics: MetricInfo[]
  grain: string
  dimensions: string[]
  kind: Exclude<ChartKind, 'table'>
}

/** Small multiples: one chart a metric, because metrics have different units. */
export const ResultCharts = (props: ResultChartsProps) => (
  <div className={styles.charts}>
    {props.metrics.map((metric) => (
      <ResultChart
        key={metric.id}
        {...props}
        metric={metric}
        rankBy={props.metrics[0]?.id ?? metric.id}
        titled={props.metrics.length > 1}
      />
    ))}
  </div>
)

function ResultChart({
  result,
  metric,
  rankBy,
  grain,
  dimensions,
  kind,
  titled,
}: Omit<ResultChartsProps, 'metrics'> & { metric: MetricInfo; rankBy: string; titled: boolean }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const theme = useTheme()
  const format = useFormat(result.currency)
  const valueName = useDimensionValue(result.labels)
  const chart = useMemo(() => {
    const words = {
      short: (value: number | null) => format.short(value, metric.unit),
      exact: (value: number | null) => format.exact(value, metric.unit),
      axis: format.axis,
      full: format.period,
    }
    const names = { now: t.now, before: t.before, others: t.others, total: t.total }
    return buildExploreChart({ result, metric, rankBy, grain, dimensions, kind, words, valueName, names }, theme)
  }, [result, metric, rankBy, grain, dimensions, kind, t, theme, format, valueName])
  return (
    <figure className={styles.figure}>
      {titled && <figcaption className={styles.caption}>{nameOf(metric, language)}</figcaption>}
      <Legend option={chart.option} />
      <Chart title={nameOf(metric, language)} option={chart.option} height={chart.height} />
      {chart.shown < chart.all && (
        <p className={styles.more}>{t.topOnly(format.count(chart.shown), format.count(chart.all))}</p>
      )}
    </figure>
  )
}
