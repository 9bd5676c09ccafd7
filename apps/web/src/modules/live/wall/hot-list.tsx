import type { LiveBoard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './goods.module.css'
import panelStyles from './panel.module.css'
import { strings } from './strings.ts'

/** The leading items. A row keeps its element while its rank changes, so it is seen to move. */
export function HotList({ board, rows }: { board: LiveBoard; rows: number }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const top = board.top.slice(0, rows)
  const largest = Math.max(1, top[0]?.paidCents ?? 0)
  if (top.length === 0) return <p className={panelStyles.teach}>{t.noSales}</p>
  const byItem = [...top].sort((a, b) => (a.item < b.item ? -1 : 1))
  return (
    <ol className={styles.hot} style={{ '--rows': rows } as React.CSSProperties}>
      {byItem.map(({ item, rank, title, paidCents, units }) => (
        <li key={item} style={{ '--at': rank - 1 } as React.CSSProperties} aria-posinset={rank}>
          <i style={{ width: `${(100 * paidCents) / largest}%` }} />
          <b className="tabular">{rank}</b>
          <span className={styles.hotTitle} title={title}>
            {title}
          </span>
          <span className={`${styles.hotUnits} tabular`}>{t.hotUnits(format.count(units))}</span>
          <span className={`${styles.hotPaid} tabular`} data-value={paidCents}>
            {format.short(paidCents, 'money')}
          </span>
        </li>
      ))}
    </ol>
  )
}
