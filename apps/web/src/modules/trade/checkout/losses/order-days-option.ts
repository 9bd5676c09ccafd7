import type { OrderLosses } from '@zhanggui/contract'
import type { ChartOption } from '../../../../charts/chart-option.ts'
import { buildStackedOption } from '../../../../charts/stacked-option.ts'
import type { Format } from '../../../../format/use-format.ts'
import type { Theme } from '../../../../theme/theme-provider.tsx'

type Names = { paid: string; unpaid: string; placed: string }

/** Orders placed each day: those that were paid, and on top of them those that never were. */
export function buildOrderDaysOption(
  days: OrderLosses['days'],
  { names, format }: { names: Names; format: Format },
  theme: Theme,
): ChartOption {
  const count = (value: number | null): string => (value === null ? '–' : format.count(value))
  return buildStackedOption(
    {
      keys: days.map(({ key }) => key),
      series: [
        { name: names.paid, values: days.map(({ placed, unpaid }) => placed - unpaid), colour: theme.pale },
        { name: names.unpaid, values: days.map(({ unpaid }) => unpaid), colour: theme.accent },
      ],
      words: { short: count, exact: count, axis: format.axis, full: format.period },
      totalName: names.placed,
    },
    theme,
  )
}
