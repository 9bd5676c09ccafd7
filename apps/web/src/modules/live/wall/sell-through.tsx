import type { LiveBoard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './goods.module.css'
import panelStyles from './panel.module.css'
import { strings } from './strings.ts'

/** How far the campaign's hot items are sold, those at risk first. */
export function SellThrough({ board, rows }: { board: LiveBoard; rows: number }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  if (board.sellThrough.length === 0) return <p className={panelStyles.teach}>{t.noCampaign}</p>
  return (
    <ol className={styles.sell}>
      {board.sellThrough.slice(0, rows).map((row) => (
        <li key={row.item} data-risk={row.risk ?? ''}>
          <span className={styles.stockTitle} title={row.title}>
            {row.title}
          </span>
          <span className={styles.sellBar}>
            <i style={{ width: `${Math.min(100, 100 * (row.sellThrough ?? 0))}%` }} />
          </span>
          <b className="tabular">{row.sellThrough === null ? '–' : format.percent(row.sellThrough)}</b>
          <span className={styles.stockFact}>
            {row.risk ? t[row.risk] : t.sold(format.count(row.sold), format.count(row.available))}
          </span>
        </li>
      ))}
    </ol>
  )
}
