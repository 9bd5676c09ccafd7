import { ArrowLeftOutlined } from '@ant-design/icons'
import type { IncidentDetail } from '@zhanggui/contract'
import { Link, useParams } from 'react-router'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import link from '../../../../parts/link.module.css'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { HeadedBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { SeverityTag, StateTag } from '../severity-tag.tsx'
import { strings } from '../strings.ts'
import { useIncident } from '../use-alerts.ts'
import { useRoleName } from '../use-role-name.ts'
import { EvidencePanel } from './evidence-panel.tsx'
import { FiringTable } from './firing-table.tsx'
import styles from './incident.module.css'
import { IncidentActions } from './incident-actions.tsx'
import { incidentStrings } from './incident-strings.ts'
import { Timeline } from './timeline.tsx'

/** One incident: what is to be done, what was seen, what fired and what happened since. */
export default function IncidentPage() {
  const t = useStrings(incidentStrings)
  const { incident = '' } = useParams()
  return (
    <div className={stack.stack}>
      <HeadedBody query={useIncident(incident)} height={640} header={<PageHeader title={t.page} />}>
        {(found) => <Incident incident={found} />}
      </HeadedBody>
    </div>
  )
}

function Incident({ incident }: { incident: IncidentDetail }) {
  const t = useStrings(incidentStrings)
  const language = useLanguage()
  const store = useStoreId()
  const title = language === 'zh' ? incident.titleZh : incident.titleEn
  return (
    <div className={stack.stack}>
      <PageHeader title={title} lead={<Lead incident={incident} />} actions={<IncidentActions incident={incident} />} />
      <Link to={`/stores/${store}/live/alerts`} className={styles.back ?? ''}>
        <ArrowLeftOutlined aria-hidden /> {t.back}
      </Link>
      <Todo incident={incident} />
      {incident.firings.length > 0 && <EvidencePanel incident={incident} />}
      {incident.firings.length > 0 && (
        <Card title={t.fires}>
          <FiringTable firings={incident.firings} />
        </Card>
      )}
      <Card title={t.timeline}>
        <Timeline events={incident.events} />
      </Card>
    </div>
  )
}

function Lead({ incident }: { incident: IncidentDetail }) {
  const t = useStrings(strings)
  const own = useStrings(incidentStrings)
  const roleName = useRoleName()
  const { acknowledgedBy, assigneeName } = incident
  return (
    <>
      <SeverityTag severity={incident.severity} /> <StateTag state={incident.state} />
      {` ${t.owner} ${roleName(incident.owner)} · ${acknowledgedBy ? t.takenBy(assigneeName ?? acknowledgedBy) : own.nobody}`}
    </>
  )
}

/** What kind of answer it is, and the way to where it is given. */
function ActionKind({ action }: { action: IncidentDetail['action'] }) {
  const t = useStrings(strings)
  const drills = `/stores/${encodeURIComponent(useStoreId())}/drills`
  if (action.kind === 'task') return action.ref ? `${t.task} ${action.ref}` : t.task
  return (
    <Link className={link.link} to={action.kind === 'plan' ? `${drills}?view=running` : `${drills}/playbooks`}>
      {t[action.kind]}
    </Link>
  )
}

/** What is to be done stands above everything else; the result beside it once there is one. */
function Todo({ incident }: { incident: IncidentDetail }) {
  const t = useStrings(strings)
  const own = useStrings(incidentStrings)
  const language = useLanguage()
  const { action, result, resultBy } = incident
  const todo = (language === 'zh' ? action.zh : action.en) || action.zh
  return (
    <section className={styles.todo}>
      <p className={styles.small}>
        {t.action} · <ActionKind action={action} />
      </p>
      <p className={styles.words}>{todo || '–'}</p>
      {result && (
        <>
          <p className={styles.small}>
            {own.result} · {resultBy}
          </p>
          <p className={styles.words}>{result}</p>
        </>
      )}
    </section>
  )
}
