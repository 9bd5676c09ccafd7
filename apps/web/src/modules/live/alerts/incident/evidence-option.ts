import type { IncidentEvidence } from '@zhanggui/contract'
import type { ChartOption } from '../../../../charts/chart-option.ts'
import { buildLineOption } from '../../../../charts/line-option.ts'
import type { ChartWords, Series } from '../../../../charts/series.ts'
import type { Theme } from '../../../../theme/theme-provider.tsx'

type Words = ChartWords & { value: string; limit: string; usual: string; low: string; high: string; alertAt: string }

const withoutArea = (series: object): object => ({ ...series, areaStyle: undefined })

/** An upright line where the alert began. */
const upright = (period: string | undefined, name: string, theme: Theme): object[] =>
  period === undefined
    ? []
    : [
        {
          type: 'line',
          data: [],
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.red, type: 'dashed' },
            label: { formatter: name, color: theme.inkSoft, position: 'insideEndTop' },
            data: [{ xAxis: period }],
          },
        },
      ]

/** The figure, the limits that it was held against as flat pale lines, and where the alert began. */
export function buildEvidenceOption(evidence: IncidentEvidence, words: Words, theme: Theme): ChartOption {
  const keys = evidence.points.map(({ period }) => period)
  const flat = (name: string, value: number | null): Series[] =>
    value === null ? [] : [{ name, values: keys.map(() => value), colour: theme.amber, pale: true }]
  const isLimit = evidence.test.kind === 'threshold' || evidence.test.kind === 'projection'
  const series: Series[] = [
    { name: words.value, values: evidence.points.map(({ value }) => value), colour: theme.accent },
    ...flat(isLimit ? words.limit : words.usual, evidence.low === null ? evidence.baseline : null),
    ...flat(words.low, evidence.low),
    ...flat(words.high, evidence.high),
  ]
  const began = keys.findLast((key) => key <= evidence.startedPeriod)
  const option = buildLineOption({ keys, series, words }, theme)
  // What matters is how near the figure is to its limit: from zero a score of 4.7 and its limit of 4.6 are one line.
  return {
    ...option,
    yAxis: { ...option.yAxis, scale: true },
    series: [...[option.series ?? []].flat().map(withoutArea), ...upright(began, words.alertAt, theme)],
  } as ChartOption
}
