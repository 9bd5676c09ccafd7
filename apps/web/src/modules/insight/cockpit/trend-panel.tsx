import type { MetricInfo, QueryRequest, QueryResult } from '@zhanggui/contract'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption, NARROW_PLOT_PX, WIDE_PLOT_PX } from '../../../charts/line-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Panel } from '../../../parts/panel.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { useTheme } from '../../../theme/theme-provider.tsx'
import type { Grain } from '../bucket-of.ts'
import { CourseTable } from '../course-table.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { spansOnAxis } from '../spans-on-axis.ts'
import { useDimensionValue } from '../use-dimension-value.ts'
import { courseOf } from './course-of.ts'
import { linkRange } from './link-range.ts'
import { strings } from './strings.ts'

type TrendPanelProps = {
  metrics: MetricInfo[]
  metric: MetricInfo
  grain: Grain
  question: QueryRequest
  occasions: QueryRequest
  onMetric: (id: string) => void
  className?: string
}

const HEIGHT = 320

/** The course of one figure, the comparison pale behind it, campaign days marked. */
export function TrendPanel({ metrics, metric, grain, question, occasions, onMetric, className = '' }: TrendPanelProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const query = useMetricQuery(store, question)
  const marks = useMetricQuery(store, occasions)
  const grainName = { hour: t.byHour, day: t.byDay, week: t.byWeek, month: t.byMonth, quarter: '', year: '' }[grain]
  const picker = (
    <Select
      aria-label={t.trendMetric}
      value={metric.id}
      onChange={onMetric}
      popupMatchSelectWidth={false}
      variant="filled"
      options={metrics.map((one) => ({ value: one.id, label: nameOf(one, language) }))}
      style={{ marginInlineEnd: 64, minWidth: 110 }}
    />
  )
  return (
    <Panel title={t.trend} note={grainName} extra={picker} query={query} height={HEIGHT} className={className}>
      {(result) => <Trend result={result} marks={marks.data} metric={metric} grain={grain} question={question} />}
    </Panel>
  )
}

type TrendProps = {
  result: QueryResult
  marks: QueryResult | undefined
  metric: MetricInfo
  grain: Grain
  question: QueryRequest
}

function Trend({ result, marks, metric, grain, question }: TrendProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const theme = useTheme()
  const store = useStoreId()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const format = useFormat(result.currency)
  const valueName = useDimensionValue(marks?.labels)
  const keys = useMemo(() => result.rows.map((row) => String(row[grain] ?? '')), [result, grain])
  const name = nameOf(metric, language)
  const option = useMemo(() => {
    const before = {
      name: t.before,
      values: courseOf(result.rows, `${metric.id}Compare`),
      colour: theme.pale,
      pale: true,
    }
    const now = {
      name: question.compare ? t.now : name,
      values: courseOf(result.rows, metric.id),
      colour: theme.accent,
    }
    const words = {
      short: (value: number | null) => format.short(value, metric.unit),
      exact: (value: number | null) => format.exact(value, metric.unit),
      axis: format.axis,
      full: format.period,
    }
    const spans = spansOnAxis(marks?.rows ?? [], keys, grain).map((s) => ({
      ...s,
      name: valueName('occasion', s.name),
    }))
    const plotWidth = narrow ? NARROW_PLOT_PX : WIDE_PLOT_PX
    return buildLineOption({ keys, series: question.compare ? [now, before] : [now], spans, words, plotWidth }, theme)
  }, [result, marks, metric, question.compare, grain, keys, name, t, theme, format, valueName, narrow])
  const open = () => navigate(exploreLink(store, { metrics: [metric.id], grain, ...linkRange(question) }))
  return (
    <ChartWithTable
      title={`${t.trend} · ${name}`}
      option={option}
      height={HEIGHT}
      onPoint={open}
      table={<CourseTable result={result} grain={grain} metrics={[metric.id]} />}
    />
  )
}
