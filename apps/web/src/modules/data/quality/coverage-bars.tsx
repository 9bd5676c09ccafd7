import { Tooltip } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { columnName } from './column-names.ts'
import styles from './coverage-bars.module.css'
import { strings } from './strings.ts'
import report from './table-report.module.css'
import type { TableQuality } from './table-report.tsx'

/** Below this share a field is marked: figures by it would speak for less than half of the rows. */
const HALF = 0.5

/** Share of rows with a value, field by field. Bars start at zero. */
export function CoverageBars({ coverage }: { coverage: TableQuality['coverage'] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <section>
      <Tooltip title={t.coverageHint}>
        <h3 className={report.heading}>{t.coverage}</h3>
      </Tooltip>
      <ul className={styles.bars}>
        {coverage.map(({ column, known }) => (
          <li key={column} className={styles.row} title={column}>
            <span>{columnName(column)[language]}</span>
            <span className={styles.track} aria-hidden>
              <span
                className={styles.bar}
                data-low={known < HALF || undefined}
                style={{ inlineSize: `${known * 100}%` }}
              />
            </span>
            <span className={styles.share}>{format.percent(known)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
