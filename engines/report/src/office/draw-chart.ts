import type { Block, ChartSeries, ReportDocument } from '../document.ts'
import { chartFigures } from './chart-figures.ts'
import type { ChartOptions, Slide } from './open-deck.ts'
import { ACCENT, FONT, INK_SOFT, LINE, PALE, SERIES, WHITE } from './theme.ts'

export type ChartBlock = Extract<Block, { kind: 'chart' }>
export type GanttBlock = Extract<Block, { kind: 'gantt' }>

/** Place on a slide, in inches. */
export type Box = { x: number; y: number; w: number; h: number }

const QUIET: ChartOptions = {
  catAxisLabelFontFace: FONT,
  catAxisLabelFontSize: 10,
  catAxisLabelColor: INK_SOFT,
  valAxisLabelFontFace: FONT,
  valAxisLabelFontSize: 10,
  valAxisLabelColor: INK_SOFT,
  valAxisLineShow: false,
  valGridLine: { color: LINE, size: 0.75 },
  catGridLine: { style: 'none' },
  chartArea: { roundedCorners: false },
  legendPos: 't',
  legendFontFace: FONT,
  legendFontSize: 10,
  legendColor: INK_SOFT,
}

const coloursOf = (series: readonly ChartSeries[]): string[] => {
  let strong = 0
  return series.map(({ pale }) => (pale ? PALE : (SERIES[strong++ % SERIES.length] ?? ACCENT)))
}

/** So many names of days stand side by side below a chart; of more, every second, third … is written. */
const NAMES_MAX = 12
const NAMES_WHEN_MANY = 8

const nameEvery = (count: number): number => (count <= NAMES_MAX ? 1 : Math.ceil(count / NAMES_WHEN_MANY))

/** A native chart: an editor opens its figures in a sheet. */
export function drawChart(slide: Slide, block: ChartBlock, document: ReportDocument, box: Box): void {
  const all = block.series.flatMap(({ values }) => values)
  const { scale, axis, format } = chartFigures(all, { unit: block.unit, ...document })
  const data = block.series.map(({ name, values }) => ({
    name,
    labels: [...block.categories],
    // The writer leaves a cell out where there is no value; a gap in a line stays a gap.
    values: values.map((value) => (value === null ? (null as unknown as number) : Number((value * scale).toFixed(6)))),
  }))
  slide.addChart(block.type === 'line' ? 'line' : 'bar', data, {
    ...QUIET,
    ...box,
    catAxisLabelFrequency: String(nameEvery(block.categories.length)),
    chartColors: coloursOf(block.series),
    showLegend: block.series.length > 1,
    valAxisLabelFormatCode: format,
    showValAxisTitle: axis !== '',
    valAxisTitle: axis,
    valAxisTitleFontFace: FONT,
    valAxisTitleFontSize: 10,
    valAxisTitleColor: INK_SOFT,
    ...(block.type === 'line'
      ? { lineSize: 2, lineDataSymbol: 'none' as const }
      : { barGrouping: block.type === 'stacked' ? ('stacked' as const) : ('clustered' as const), barGapWidthPct: 60 }),
  })
}

const DAY_MS = 86_400_000

/** Days as spreadsheets count them, so that the axis can write dates. */
const serial = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + 25_569

/** Bars over a date axis: an invisible run-up to the first day, then the days themselves. Still a native chart. */
export function drawGantt(slide: Slide, block: GanttBlock, document: ReportDocument, box: Box): void {
  // Horizontal bars are drawn from below.
  const rows = block.rows.toReversed()
  const labels = rows.map(({ label }) => label)
  const words = document.language === 'zh' ? { start: '开始', days: '天数' } : { start: 'Start', days: 'Days' }
  const data = [
    { name: words.start, labels, values: rows.map(({ from }) => serial(from)) },
    { name: words.days, labels, values: rows.map(({ from, to }) => Math.max(1, serial(to) - serial(from))) },
  ]
  slide.addChart('bar', data, {
    ...QUIET,
    ...box,
    barDir: 'bar',
    barGrouping: 'stacked',
    barGapWidthPct: 45,
    chartColors: [WHITE, ACCENT],
    valAxisMinVal: serial(block.from),
    valAxisMaxVal: serial(block.to),
    valAxisMajorUnit: 30.5,
    valAxisLabelFormatCode: document.language === 'zh' ? 'm"月"' : 'mmm',
    showLegend: false,
  })
}
