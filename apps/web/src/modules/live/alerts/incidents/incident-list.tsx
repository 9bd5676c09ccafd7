import type { IncidentInfo } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { LIST_MARK, ROW_MARK } from '../../../../parts/list-row.ts'
import { SeverityTag, StateTag } from '../severity-tag.tsx'
import { strings } from '../strings.ts'
import { useRoleName } from '../use-role-name.ts'
import styles from './incident-list.module.css'

type Props = { incidents: readonly IncidentInfo[]; label: string; quiet?: boolean }

/** Incidents under each other; each opens its own page. */
export const IncidentList = ({ incidents, label, quiet = false }: Props) => (
  <ul className={styles.list} aria-label={label} {...LIST_MARK}>
    {incidents.map((incident) => (
      <IncidentRow key={incident.id} incident={incident} quiet={quiet} />
    ))}
  </ul>
)

function IncidentRow({ incident, quiet }: { incident: IncidentInfo; quiet: boolean }) {
  const language = useLanguage()
  const store = useStoreId()
  const { action } = incident
  const todo = (language === 'zh' ? action.zh : action.en) || action.zh
  return (
    <li className={styles.row} data-severity={quiet ? undefined : incident.severity} data-incident={incident.id}>
      <div className={styles.head}>
        <SeverityTag severity={incident.severity} />
        <Link to={`/stores/${store}/live/alerts/${incident.id}`} className={styles.title ?? ''} {...ROW_MARK}>
          {language === 'zh' ? incident.titleZh : incident.titleEn}
        </Link>
        <StateTag state={incident.state} />
      </div>
      {!quiet && todo && <p className={styles.todo}>{todo}</p>}
      <Meta incident={incident} />
    </li>
  )
}

function Meta({ incident }: { incident: IncidentInfo }) {
  const t = useStrings(strings)
  const format = useFormat()
  const roleName = useRoleName()
  const zone = useStoreTimeZone()
  const at = (iso: string): string => format.instant(iso, zone)
  const parts = [
    `${t.owner} ${roleName(incident.owner)}`,
    incident.acknowledgedBy && t.takenBy(incident.assigneeName ?? incident.acknowledgedBy),
    incident.count > 1 && t.count(format.count(incident.count)),
    incident.resolvedAt ? t.ended(at(incident.resolvedAt)) : t.since(at(incident.openedAt)),
  ]
  return <p className={styles.meta}>{parts.filter((part) => part).join(' · ')}</p>
}
