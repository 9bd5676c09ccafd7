import type { CampaignDetail, CampaignWork } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { campaignWords } from '../../campaign-words.ts'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'
import { tasksOf } from './tasks-of.ts'

const MOST = 8
/** From here on people count in days. */
const MANY_HOURS = 48

/** Where work lay between two people, longest first. */
export function HandOverList({ work, campaign }: { work: CampaignWork | undefined; campaign: CampaignDetail }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const waitOf = (hours: number): string => {
    if (hours < 1) return t.lessHour
    return hours < MANY_HOURS ? t.hours(format.count(Math.round(hours))) : t.days(format.count(Math.round(hours / 24)))
  }
  const titles = new Map(tasksOf(campaign).map(({ id, body }) => [id, body.title]))
  if (!work || work.handOvers.length === 0) return <p className={styles.note}>{t.noHandOver}</p>
  return (
    <ul className={styles.list}>
      {work.handOvers.slice(0, MOST).map(({ from, to, fromTeam, toTeam, hours, open }) => (
        <li key={`${from}-${to}`} className={styles.row}>
          <span>
            {titles.get(to)}{' '}
            <span className={styles.note}>
              {words[fromTeam]} → {words[toTeam]}
            </span>
          </span>
          <span className={open ? styles.warn : undefined}>
            {waitOf(hours)} {open && t.stillOpen}
          </span>
        </li>
      ))}
    </ul>
  )
}
