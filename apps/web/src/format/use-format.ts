import type { Cell, Unit } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useLanguage } from '../locale/strings.ts'
import { axisLabel } from './axis-label.ts'
import { bytes } from './bytes.ts'
import { type Change, changeText, pointsText } from './change.ts'
import { exactCount, shortCount } from './count.ts'
import { daysInText } from './days-in-text.ts'
import { exactValue, shortValue } from './metric-value.ts'
import { dayRange, instant, longDay, periodLabel, shortDay, shortRange } from './period.ts'
import { percent } from './ratio.ts'

/** The format module in the reader's language. Money needs the currency of the shop it belongs to. */
export function useFormat(currency = 'CNY') {
  const language = useLanguage()
  return useMemo(
    () => ({
      short: (value: Cell | undefined, unit: Unit | null) => shortValue(value, { unit, currency, language }),
      exact: (value: Cell | undefined, unit: Unit | null) => exactValue(value, { unit, currency, language }),
      change: (change: Change) => changeText(change, language),
      points: (difference: number) => pointsText(difference, language),
      count: (value: number) => exactCount(value),
      shortCount: (value: number) => shortCount(value, language),
      percent: (fraction: number) => percent(fraction),
      period: (key: string) => periodLabel(key, language),
      axis: (key: string) => axisLabel(key, language),
      longDay: (day: string) => longDay(day, language),
      shortDay: (day: string) => shortDay(day, language),
      dayRange: (range: { from: string; to: string }) => dayRange(range, language),
      shortRange: (range: { from: string; to: string }) => shortRange(range),
      instant: (iso: string, timeZone?: string) => instant(iso, language, timeZone),
      daysInText: (text: string) => daysInText(text, language),
      bytes,
    }),
    [currency, language],
  )
}

export type Format = ReturnType<typeof useFormat>
