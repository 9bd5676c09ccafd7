import type { QualityReport } from '@zhanggui/contract'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { addDays } from '../../../range/day-arithmetic.ts'
import { CoverageBars } from './coverage-bars.tsx'
import { GapCalendar } from './gap-calendar.tsx'
import { MISSING_DAYS_LISTED_MAX } from './gap-days.ts'
import { strings } from './strings.ts'
import styles from './table-report.module.css'

export type TableQuality = QualityReport['tables'][number]

/** One table: how much and how fresh, which fields are filled, which days are missing. */
export function TableReport({ table }: { table: TableQuality }) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <Card title={nameOf(table, language)}>
      <Figures table={table} />
      <div className={styles.parts}>
        {table.coverage.length > 0 && <CoverageBars coverage={table.coverage} />}
        {table.from !== null && table.to !== null && (
          <section aria-label={t.gaps}>
            <h3 className={styles.heading}>{t.gaps}</h3>
            <GapCalendar range={{ from: table.from, to: table.to, missingDays: table.missingDays }} />
          </section>
        )}
      </div>
    </Card>
  )
}

function Figures({ table }: { table: TableQuality }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { from, to } = table
  const range = from === null || to === null ? NO_VALUE : format.dayRange({ from, to: addDays(to, 1) })
  const missing = format.count(table.missingDays.length)
  const dated = [
    [t.range, range],
    [t.days, format.count(table.days)],
    [t.missing, table.missingDays.length >= MISSING_DAYS_LISTED_MAX ? t.missingMany(missing) : missing],
    [t.latest, table.latestAt === null ? NO_VALUE : format.instant(table.latestAt)],
  ] as const
  // A table without days, such as the product master, has no range and no gaps to tell of.
  const figures = [[t.rows, format.count(table.rows)] as const, ...(from === null ? [] : dated)]
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
