import type { LiveBoard, LiveStock } from '@zhanggui/contract'
import { clockTime } from '../../../format/clock-time.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'
import styles from './wall.module.css'

function StockRow({ row, timezone }: { row: LiveStock; timezone: string }) {
  const t = useStrings(strings)
  const format = useFormat()
  const [first] = row.substitutes
  const time = (iso: string | null): string => (iso === null ? '' : clockTime(iso, timezone))
  const when = row.soldOut ? t.soldOut : t.outAt(time(row.likelyAt))
  const range = row.earlyAt && row.lateAt ? t.outRange(time(row.earlyAt), time(row.lateAt)) : ''
  return (
    <li data-urgent={row.soldOut || row.warn}>
      <span className={styles.stockTitle} title={row.title}>
        {row.title}
      </span>
      <b className="tabular" title={row.soldOut ? '' : range}>
        {when}
      </b>
      <span className={styles.stockFact}>
        {row.soldOut ? '' : t.left(format.count(row.onHand))}
        {first && (
          <em>
            {t.swapFor} {first.title}
          </em>
        )}
      </span>
    </li>
  )
}

/** What is gone or going, the soonest first, each with what could stand in its place. */
export function StockList({ board, rows }: { board: LiveBoard; rows: number }) {
  const t = useStrings(strings)
  if (board.stock.length === 0) return <p className={styles.teach}>{t.stockFine}</p>
  return (
    <ol className={styles.stock}>
      {board.stock.slice(0, rows).map((row) => (
        <StockRow key={row.item} row={row} timezone={board.timezone} />
      ))}
    </ol>
  )
}
