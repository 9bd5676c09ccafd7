import type { LiveBoard } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { importPaths } from '../../data/imports/import-paths.ts'
import styles from './buttons.module.css'
import emptyStyles from './empty.module.css'
import { strings } from './strings.ts'

/** A day without data: what would be here, and a past day to look at meanwhile. */
export function EmptyWall({ board, onReplay }: { board: LiveBoard; onReplay: (day: string) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(board.currency)
  const { lastDay, lastCampaign } = board
  return (
    <section className={emptyStyles.empty}>
      <h2>{t.empty}</h2>
      <p>{lastDay ? t.emptyText : t.noHistory}</p>
      <p className={emptyStyles.emptyActions}>
        {lastCampaign && (
          <button type="button" className={styles.strong} onClick={() => onReplay(lastCampaign.day)}>
            {t.emptyReplay(`${nameOf(lastCampaign, language)} ${format.shortDay(lastCampaign.day)}`)}
          </button>
        )}
        {lastDay && (
          <button
            type="button"
            className={lastCampaign ? styles.quiet : styles.strong}
            onClick={() => onReplay(lastDay)}
          >
            {t.emptyReplay(format.shortDay(lastDay))}
          </button>
        )}
        {!lastDay && (
          <Link className={styles.strong} to={importPaths.list(board.store)}>
            {t.emptyImport}
          </Link>
        )}
        <Link className={styles.quiet} to={`/stores/${board.store}/admin/event-keys`}>
          {t.emptyConnect}
        </Link>
      </p>
    </section>
  )
}
