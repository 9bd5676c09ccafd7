import type { CampaignDetail, CampaignWork } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'
import { tasksOf } from './tasks-of.ts'

/** What is late, how late, and who has to hear of it by now. */
export function OverdueList({ work, campaign }: { work: CampaignWork | undefined; campaign: CampaignDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const byId = new Map(tasksOf(campaign).map((task) => [task.id, task]))
  if (!work || work.overdue.length === 0) return <p className={styles.note}>{t.noLate}</p>
  const told = { owner: t.toOwner, team: t.toTeam, head: t.toHead }
  return (
    <ul className={styles.list}>
      {work.overdue.map(({ task, daysLate, step, waiting }) => (
        <li key={task} className={styles.row}>
          <span>
            {byId.get(task)?.body.title} <span className={styles.note}>{byId.get(task)?.body.accountable}</span>
          </span>
          <span className={styles.bad}>
            {t.lateDays(format.count(daysLate))} → {told[step]}
            {waiting.length > 0 && ` · ${t.waitingFor(format.count(waiting.length))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
