import type { Unit } from '@zhanggui/contract'
import { formatFigure } from '../../output/format-figure.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'

type Figure = number | null

/** Figures of a budget for people, in the shop's currency. */
export const budgetFigures = (shell: Shell, currency: string) => {
  const format = (value: Figure, unit: Unit): string =>
    formatFigure(value, { unit, currency, language: shell.language })
  return {
    money: (cents: Figure): string => format(cents, 'money'),
    share: (bp: Figure): string => format(bp === null ? null : bp / 10_000, 'ratio'),
    ratio: (value: Figure): string => format(value, 'ratio'),
    multiple: (value: Figure): string => format(value, 'multiple'),
    count: (value: Figure): string => format(value, 'count'),
  }
}

/** Columns whose header begins with a sign `>` are figures and stand right. */
export const budgetTable = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  renderTable(
    headers.map((text) =>
      text.startsWith('>')
        ? { header: text.slice(1), align: 'right' as const }
        : { header: text, align: 'left' as const },
    ),
    rows,
  )
