import type { LiveBoard, LiveStock } from '@zhanggui/contract'
import { clockTime } from '../../../format/clock-time.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './goods.module.css'
import panelStyles from './panel.module.css'
import { strings } from './strings.ts'

const DAY_MS = 86_400_000

/** A time on the shop's clock, with its day where that is not the board's. */
function useTimeOn(board: LiveBoard) {
  const t = useStrings(strings)
  const end = Date.parse(board.at) - board.minute * 60_000 + DAY_MS
  return (iso: string | null): string => {
    if (iso === null) return ''
    const time = clockTime(iso, board.timezone)
    const days = Math.max(0, Math.ceil((Date.parse(iso) - end) / DAY_MS))
    return days === 0 ? time : days === 1 ? t.tomorrow(time) : t.daysOn(String(days), time)
  }
}

function StockRow({ row, board }: { row: LiveStock; board: LiveBoard }) {
  const t = useStrings(strings)
  const format = useFormat()
  const [first] = row.substitutes
  const time = useTimeOn(board)
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
  if (board.stock.length === 0) return <p className={panelStyles.teach}>{t.stockFine}</p>
  return (
    <ol className={styles.stock}>
      {board.stock.slice(0, rows).map((row) => (
        <StockRow key={row.item} row={row} board={board} />
      ))}
    </ol>
  )
}
