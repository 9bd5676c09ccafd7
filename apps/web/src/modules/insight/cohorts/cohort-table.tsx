import type { CohortResult, Unit } from '@zhanggui/contract'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { buildCohortOption, type CohortLine, livedPeriods } from './cohort-option.ts'
import { type CohortFigure, SOURCES } from './cohort-state.ts'
import { cohortStrings } from './strings.ts'

const ROW_PX = 32
const HEAD_PX = 40
/** Columns that still have room for their figure in the cell. */
const LABELLED_MAX = 16

type Props = { result: CohortResult; figure: CohortFigure }

const unitOf = (figure: CohortFigure): Unit => (figure === 'retention' ? 'ratio' : 'money')

/** Every cohort and all together as colours, and as a table of the same figures. */
export function CohortTable({ result, figure }: Props) {
  const t = useStrings(cohortStrings)
  const theme = useTheme()
  const narrow = useNarrow()
  const format = useFormat(result.currency)
  const { column } = SOURCES[figure]
  const unit = unitOf(figure)
  const lines = useMemo<CohortLine[]>(
    () => [
      ...result.cohorts.map((cohort) => ({
        name: format.period(cohort.cohort),
        size: cohort.size,
        values: cohort[column],
      })),
      { name: t.overall, size: result.overall.size, values: result.overall[column] },
    ],
    [result, column, format, t],
  )
  const periods = useMemo(
    () => Array.from({ length: livedPeriods(lines) }, (_, at) => (at === 0 ? t.first : t.later(at))),
    [lines, t],
  )
  const option = useMemo(() => {
    const words = {
      short: (value: number | null) => format.short(value, unit),
      exact: (value: number | null) => format.exact(value, unit),
      size: (n: number) => t.sizeOf(format.count(n)),
    }
    const labelled = !narrow && periods.length <= LABELLED_MAX
    return buildCohortOption({ rows: lines, periods, skipFirst: figure !== 'paidToDate', labelled, words }, theme)
  }, [lines, periods, narrow, figure, unit, format, t, theme])
  return (
    <ChartWithTable
      title={`${t.title} · ${t[figure]}`}
      option={option}
      height={HEAD_PX + lines.length * ROW_PX}
      table={<Twin lines={lines} periods={periods} unit={unit} currency={result.currency} />}
    />
  )
}

type TwinProps = { lines: CohortLine[]; periods: readonly string[]; unit: Unit; currency: string }

function Twin({ lines, periods, unit, currency }: TwinProps) {
  const t = useStrings(cohortStrings)
  const format = useFormat(currency)
  const columns: Column<CohortLine>[] = [
    { key: 'cohort', title: t.cohort, render: ({ name }) => name },
    { key: 'size', title: t.size, numeric: true, render: ({ size }) => format.count(size) },
    ...periods.map((title, at) => ({
      key: String(at),
      title,
      numeric: true,
      render: ({ values }: CohortLine) => <FigureCell value={values[at] ?? null} unit={unit} format={format} />,
    })),
  ]
  return (
    <DataTable label={t.table} columns={columns} rows={lines} rowKey={({ name }) => name} pageSize={lines.length} />
  )
}
