import type { LiveBoard } from '@zhanggui/contract'
import { baseOption, quietCategoryAxis, quietValueAxis } from '../../../charts/base-option.ts'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { tooltipHtml } from '../../../charts/tooltip.ts'
import { minuteOfDay } from '../../../format/clock-time.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

export type MinuteWords = {
  today: string
  compared: string
  usual: string
  forecast: string
  money: (cents: number) => string
  axis: (cents: number) => string
}

const MINUTES = 1440

/** Running total of values by minute. */
export function cumulate(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

/** From where the day stands to where it is likely to end, along the usual course of the rest of the day. */
export function forecastPath(board: LiveBoard, endCents: number): (number | null)[] {
  const { minute, usual, figures } = board
  const soFar = figures.paidCents ?? 0
  const now = usual?.[minute - 1] ?? 0
  return Array.from({ length: MINUTES }, (_, m) => {
    if (m < minute - 1 || !usual) return null
    const share = now >= 1 ? 1 : ((usual[m] ?? 1) - now) / (1 - now)
    return soFar + (endCents - soFar) * Math.max(0, share)
  })
}

const padded = (values: readonly number[]): (number | null)[] =>
  Array.from({ length: MINUTES }, (_, m) => values[m] ?? null)

const faded = (hex: string, alpha: string): string => `${hex}${alpha}`

/** Two stacked areas, the lower one invisible: what shows is the band between them. */
function band(low: readonly (number | null)[], high: readonly (number | null)[], colour: string): object[] {
  const shared = { type: 'line', stack: 'band', silent: true, symbol: 'none', lineStyle: { opacity: 0 }, z: 1 }
  const gap = high.map((h, i) => (h === null || low[i] === null ? null : h - (low[i] ?? 0)))
  return [
    { ...shared, data: low, areaStyle: { opacity: 0 } },
    { ...shared, data: gap, areaStyle: { color: faded(colour, '2e') } },
  ]
}

const line = (name: string, data: readonly (number | null)[], style: object): object => ({
  type: 'line',
  name,
  data,
  symbol: 'none',
  silent: true,
  ...style,
})

function seriesOf(board: LiveBoard, today: readonly number[], theme: Theme, words: MinuteWords): object[] {
  const { compare, dayEnd, pace, usual } = board
  const last = today.length - 1
  return [
    ...(dayEnd ? band(forecastPath(board, dayEnd.lowCents), forecastPath(board, dayEnd.highCents), theme.accent) : []),
    ...(compare
      ? [line(words.compared, cumulate(compare.paidCents), { lineStyle: { color: theme.pale, width: 3 }, z: 2 })]
      : []),
    ...(pace && usual
      ? [
          line(
            words.usual,
            usual.map((share) => share * pace.targetCents),
            { lineStyle: { color: theme.amber, width: 2, type: 'dashed' }, z: 2 },
          ),
        ]
      : []),
    ...(dayEnd
      ? [
          line(words.forecast, forecastPath(board, dayEnd.midCents), {
            lineStyle: { color: theme.accent, width: 2, type: 'dotted' },
            z: 3,
          }),
        ]
      : []),
    {
      ...line(words.today, padded(today), { lineStyle: { color: theme.accent, width: 5 }, z: 4 }),
      areaStyle: { color: faded(theme.accent, '1f') },
      markPoint: undefined,
      ...(last < 0
        ? {}
        : {
            markLine: {
              symbol: 'none',
              silent: true,
              animation: false,
              label: { show: false },
              lineStyle: { color: theme.lineStrong, type: 'solid', width: 1 },
              data: [{ xAxis: last }],
            },
          }),
    },
  ]
}

/** The day's race, minute by minute: this day, the day it runs against, the target's course, and where it is likely to end. */
export function buildMinuteOption(board: LiveBoard, theme: Theme, words: MinuteWords, fontSize: number): ChartOption {
  const today = cumulate(board.minutes.paidCents)
  const compared = board.compare ? cumulate(board.compare.paidCents) : []
  const keys = Array.from({ length: MINUTES }, (_, m) => minuteOfDay(m))
  const value = quietValueAxis(theme, { short: (v) => words.axis(v ?? 0), exact: String, axis: String, full: String })
  const tip = (event: unknown): string => {
    const at = (event as { dataIndex?: number }[])[0]?.dataIndex ?? 0
    const rows = [
      ...(today[at] === undefined ? [] : [{ label: words.today, value: words.money(today[at]), colour: theme.accent }]),
      ...(compared[at] === undefined
        ? []
        : [{ label: words.compared, value: words.money(compared[at]), colour: theme.pale }]),
    ]
    return tooltipHtml(keys[at] ?? '', rows)
  }
  return {
    ...baseOption(theme),
    // A wall moves only where data moved.
    animation: false,
    grid: { ...baseOption(theme).grid, top: 8, right: 8 },
    tooltip: { ...baseOption(theme).tooltip, formatter: tip },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      boundaryGap: false,
      axisLabel: { color: theme.inkFaint, fontSize, interval: (i: number) => i % 180 === 0 },
    },
    yAxis: { ...value, splitNumber: 3, axisLabel: { ...value.axisLabel, fontSize } },
    series: seriesOf(board, today, theme, words),
  } as ChartOption
}
