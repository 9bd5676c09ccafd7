import { CompressOutlined, ExpandOutlined, HistoryOutlined } from '@ant-design/icons'
import type { LiveBoard } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { clockTime, countdown } from '../../../format/clock-time.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { campaignWords } from '../../campaigns/campaign-words.ts'
import buttonStyles from './buttons.module.css'
import styles from './header.module.css'
import { silentMinutes } from './silence.ts'
import { strings } from './strings.ts'
import { useNow } from './use-now.ts'

/** The campaign the day belongs to, its phase, and how long that lasts. */
function Occasion({ board, now }: { board: LiveBoard; now: Date }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const language = useLanguage()
  const { occasion } = board
  if (!occasion) return <span className={styles.occasion}>{t.ordinary}</span>
  const phase = words[occasion.phase]
  return (
    <span className={styles.occasion}>
      <b>
        {language === 'zh' ? occasion.nameZh : occasion.nameEn} · {occasion.label} · {phase}
      </b>
      <span className="tabular">
        {t.phaseEnds(phase)} {countdown(Date.parse(occasion.phaseEndsAt) - now.getTime(), language)}
      </span>
    </span>
  )
}

/** Live and how fresh, a replay of which day, a broken line and since when, data that stopped coming or have not begun. */
function Status({ board, lostSince, now }: { board: LiveBoard; lostSince: Date | null; now: Date }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const time = (iso: string): string => clockTime(iso, board.timezone)
  if (board.replay) return <span className={styles.replayMark}>{t.replayOf(format.longDay(board.day))}</span>
  if (lostSince)
    return (
      <span className={styles.lost} role="status">
        {t.lost(clockTime(lostSince.toISOString(), board.timezone, true))}
      </span>
    )
  const silent = silentMinutes(board.freshAt, now)
  if (board.freshAt && silent !== null)
    return <span className={`${styles.lost} tabular`}>{t.silent(time(board.freshAt), silent)}</span>
  if (!board.freshAt) return <span className={styles.fresh}>{t.waiting}</span>
  return (
    <span className={styles.liveMark}>
      <i aria-hidden="true" />
      {t.live}
      <span className={`${styles.fresh} tabular`}>{t.freshAt(time(board.freshAt))}</span>
    </span>
  )
}

export type HeaderProps = {
  board: LiveBoard
  shop: string
  lostSince: Date | null
  full: { isFull: boolean; toggle(): void }
  onReplay: (() => void) | null
  children?: ReactNode
}

/** What this wall shows, how fresh it is, and the clock that everybody looks at. */
export function WallHeader({ board, shop, lostSince, full, onReplay, children }: HeaderProps) {
  const t = useStrings(strings)
  const clock = useNow()
  const now = board.replay ? new Date(board.at) : clock
  return (
    <header className={styles.header}>
      <h1>{shop}</h1>
      <Occasion board={board} now={now} />
      <Status board={board} lostSince={lostSince} now={now} />
      {children}
      <span className={styles.tools}>
        {onReplay && (
          <button type="button" className={buttonStyles.quiet} onClick={onReplay}>
            <HistoryOutlined aria-hidden /> {t.replay}
          </button>
        )}
        <button type="button" className={buttonStyles.quiet} onClick={full.toggle}>
          {full.isFull ? <CompressOutlined aria-hidden /> : <ExpandOutlined aria-hidden />}{' '}
          {full.isFull ? t.leaveFullScreen : t.fullScreen}
        </button>
      </span>
      <time className={`${styles.clock} tabular`}>{clockTime(now.toISOString(), board.timezone, true)}</time>
    </header>
  )
}
