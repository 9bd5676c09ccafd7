import type { LiveBoard } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'
import styles from './wall.module.css'

/** A day without data: what would be here, and a past day to look at meanwhile. */
export function EmptyWall({ board, onReplay }: { board: LiveBoard; onReplay: () => void }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  return (
    <section className={styles.empty}>
      <h2>{t.empty}</h2>
      <p>{board.lastDay ? t.emptyText : t.noHistory}</p>
      <p className={styles.emptyActions}>
        {board.lastDay && (
          <button type="button" className={styles.strong} onClick={onReplay}>
            {t.emptyReplay(format.shortDay(board.lastDay))}
          </button>
        )}
        <Link className={styles.quiet} to={`/stores/${board.store}/admin/event-keys`}>
          {t.emptyConnect}
        </Link>
      </p>
    </section>
  )
}
