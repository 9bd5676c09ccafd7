import type { LiveBoard } from '@zhanggui/contract'
import { useMemo } from 'react'
import { Chart } from '../../../charts/chart.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { usePreferences } from '../../../preferences/use-preferences.ts'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { comparedName } from './compared-name.ts'
import { buildMinuteOption } from './minute-option.ts'
import styles from './panel.module.css'
import { strings } from './strings.ts'
import { wallTheme } from './wall-theme.ts'

/** The day's race drawn minute by minute, with its key above it. */
export function MinuteChart({ board, height, fontSize }: { board: LiveBoard; height: number; fontSize: number }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const { riseIs } = usePreferences()
  const { still } = useTheme()
  const { compare } = board
  const compared = compare ? comparedName(compare, t, format) : ''
  const today = board.replay ? t.dayLine : t.todayLine
  const option = useMemo(
    () =>
      buildMinuteOption(
        board,
        wallTheme(riseIs, still),
        {
          today,
          compared,
          usual: t.targetLine,
          forecast: t.forecastLine,
          money: (cents) => format.exact(cents, 'money'),
          axis: (cents) => format.short(cents, 'money'),
        },
        fontSize,
      ),
    [board, riseIs, still, today, compared, t, format, fontSize],
  )
  return (
    <>
      <p className={styles.chartKey}>
        <span data-line="today">{today}</span>
        {compare && <span data-line="compared">{compared}</span>}
        {board.pace && board.usual && <span data-line="target">{t.targetLine}</span>}
        {board.dayEnd && <span data-line="forecast">{t.forecastLine}</span>}
      </p>
      <Chart title={t.race} option={option} height={height} />
    </>
  )
}
