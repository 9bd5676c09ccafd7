import { useMemo } from 'react'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { type ChartBlock, chartOf } from './chart-of.ts'
import styles from './document-block.module.css'
import { strings } from './strings.ts'

export function DocumentChart({ block, currency }: { block: ChartBlock; currency: string }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const format = useFormat(currency)
  const option = useMemo(() => {
    const words = {
      short: (value: number | null) => format.short(value, block.unit),
      exact: (value: number | null) => format.exact(value, block.unit),
      axis: (key: string) => key,
      full: (key: string) => key,
    }
    return chartOf(block, words, theme)
  }, [block, theme, format])
  const rows = block.categories.map((name, i) => ({ name, i }))
  return (
    <figure className={styles.part}>
      <figcaption className={styles.chartTitle}>{block.title}</figcaption>
      <ChartWithTable
        title={block.title}
        option={option}
        height={280}
        table={
          <DataTable
            label={block.title}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              { key: 'name', title: t.period, render: ({ name }) => name },
              ...block.series.map(({ name, values }) => ({
                key: name,
                title: name,
                numeric: true,
                render: ({ i }: { i: number }) => format.exact(values[i] ?? null, block.unit),
              })),
            ]}
          />
        }
      />
    </figure>
  )
}
