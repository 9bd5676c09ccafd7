import type { ProgrammeRetention } from '@zhanggui/contract'
import type { ChartOption } from '../../../../charts/chart-option.ts'
import { buildLineOption } from '../../../../charts/line-option.ts'
import type { ChartWords } from '../../../../charts/series.ts'
import type { Theme } from '../../../../theme/theme-provider.tsx'

type Group = ProgrammeRetention['subscribers']

/** The share that is still there on each day, as far as anybody was watched. Shape: from day 0 through `lastDay`. */
export function shareByDay({ people, watchedDays, curve }: Group, lastDay: number): (number | null)[] {
  let share = 1
  let next = 0
  return Array.from({ length: lastDay + 1 }, (_, day) => {
    for (; next < curve.length && (curve[next]?.days ?? 0) <= day; next++) share = curve[next]?.survival ?? share
    return people === 0 || day > watchedDays ? null : share
  })
}

/** Two courses of who is still there: the subscribers strong, the singles pale behind them. */
export function buildRetentionOption(
  { subscribers, singles }: ProgrammeRetention,
  { names, words }: { names: { subscribers: string; singles: string }; words: ChartWords },
  theme: Theme,
): ChartOption {
  const lastDay = Math.max(subscribers.watchedDays, singles.watchedDays)
  const keys = Array.from({ length: lastDay + 1 }, (_, day) => String(day))
  const series = [
    { name: names.subscribers, values: shareByDay(subscribers, lastDay), colour: theme.accent },
    { name: names.singles, values: shareByDay(singles, lastDay), colour: theme.inkFaint, pale: true },
  ]
  const option = buildLineOption({ keys, series: series.slice(0, singles.people > 0 ? 2 : 1), words }, theme)
  return { ...option, yAxis: { ...option.yAxis, min: 0, max: 1 } } as ChartOption
}
