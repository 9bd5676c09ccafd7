import type { IncidentEvent } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import styles from './incident.module.css'
import { incidentStrings } from './incident-strings.ts'

/** Without the address that stands behind a name. */
const shortName = (name: string): string => name.replace(/ <.*>$/, '')

/** What happened to an incident, the oldest first. */
export function Timeline({ events }: { events: readonly IncidentEvent[] }) {
  const t = useStrings(incidentStrings)
  const language = useLanguage()
  const format = useFormat()
  const zone = useStoreTimeZone()
  return (
    <ol className={styles.timeline}>
      {events.map((event) => (
        <li key={event.sequence} className={styles.event} data-kind={event.kind}>
          <time className={styles.at} dateTime={event.at}>
            {format.instant(event.at, zone)}
          </time>
          <span className={styles.who}>
            {event.actor === 'system' ? t.system : shortName(event.actorName ?? event.actor)}
          </span>
          <span className={styles.text}>{language === 'zh' ? event.textZh : event.textEn}</span>
        </li>
      ))}
    </ol>
  )
}
