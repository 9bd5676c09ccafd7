import type { SeasonOutlookAnswer } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type MonthMark, markOfRow, monthsFrom, rowsOf, type SeasonRow } from './season-months.ts'
import styles from './season-strip.module.css'
import { strings } from './strings.ts'

/** Narrow heads: the number of the month, with the year where one begins. */
const monthHead = (month: string): string =>
  month.endsWith('-01') ? `${month.slice(2, 4)}/1` : String(Number(month.slice(5)))

/** The table below says the same in words, so the picture is one image to a screen reader. */
export function SeasonStrip({ outlook }: { outlook: SeasonOutlookAnswer }) {
  const t = useStrings(strings)
  const format = useFormat()
  const months = monthsFrom(outlook.asOf)
  return (
    <div role="img" aria-label={t.year}>
      <div className={styles.scroll}>
        <div className={styles.grid} aria-hidden>
          <span />
          {months.map((month) => (
            <span key={month} className={styles.month} title={format.period(month)}>
              {monthHead(month)}
            </span>
          ))}
          {rowsOf(outlook.peaks).map((row) => (
            <Line key={row.group} row={row} months={months} />
          ))}
        </div>
      </div>
      <Legend />
    </div>
  )
}

function Line({ row, months }: { row: SeasonRow; months: readonly string[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const names = { peak: t.peak, research: t.researchMonth, decide: t.decide, prepare: t.prepare }
  return (
    <>
      <span className={styles.name} title={row.label}>
        {row.label}
      </span>
      {months.map((month) => {
        const { mark, peak } = markOfRow(row, month)
        const strongest = mark === 'peak' && peak?.month === month
        return (
          <span
            key={month}
            className={`${styles.cell} ${mark ? styles[mark] : ''}`}
            title={mark ? `${format.period(month)} · ${names[mark]}` : undefined}
          >
            {strongest && `${peak.index.toFixed(1)}×`}
          </span>
        )
      })}
    </>
  )
}

const MARKS: readonly NonNullable<MonthMark>[] = ['research', 'decide', 'prepare', 'peak']

function Legend() {
  const t = useStrings(strings)
  const names = { peak: t.peak, research: t.researchMonth, decide: t.decide, prepare: t.prepare }
  return (
    <div className={styles.legend} aria-hidden>
      {MARKS.map((mark) => (
        <span key={mark} className={styles.key}>
          <span className={`${styles.swatch} ${styles[mark]}`} />
          {names[mark]}
        </span>
      ))}
    </div>
  )
}
