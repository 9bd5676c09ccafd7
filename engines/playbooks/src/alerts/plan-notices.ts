import { ESCALATION, type EscalationPolicy, escalationsDue } from './escalation.ts'
import { type LocalTime, type QuietTime, sendTime } from './quiet-time.ts'
import { type Severity, severityRank, worstOf } from './severity.ts'
import { type Silence, silenceOf } from './silence.ts'

/** An incident as far as messages are concerned. Minutes since 1970. */
export type NoticeIncident = {
  id: string
  causeKey: string
  severity: Severity
  /** Roles that are told: who answers for it, and the owners of other rules that fire in it. */
  owners: readonly string[]
  rules: readonly string[]
  openedAt: number
  acknowledgedAt: number | null
  resolvedAt: number | null
}

export type NoticeStage = 'opened' | 'worsened' | 'escalated' | 'resolved'

/** One message to one role, about all that is new to it. `keys` are remembered by the caller, so that nothing is told twice. */
export type Notice = {
  to: string
  severity: Severity
  items: { incident: string; stage: NoticeStage; key: string }[]
}

type Item = { to: string; incident: NoticeIncident; stage: NoticeStage; key: string }

/** Everything that would ever be told of an incident as it stands now; each key is told once in its life. */
function itemsOf(incident: NoticeIncident, at: number, policy: EscalationPolicy): Item[] {
  const { id, owners, severity } = incident
  const item = (to: string, stage: NoticeStage, name: string): Item => ({
    to,
    incident,
    stage,
    key: `${id}/${name}/${to}`,
  })
  if (incident.resolvedAt !== null) return owners.map((to) => item(to, 'resolved', 'resolved'))
  const opened = owners.map((to) => item(to, 'opened', `opened-${severity}`))
  const escalated = escalationsDue(incident, at, policy).map(({ to, level }) =>
    item(to, 'escalated', `escalated-${level}`),
  )
  return [...opened, ...escalated]
}

/** Who was never told that it began is not told that it ended. A graver incident is told again, as worse. */
function newItems(items: readonly Item[], sent: ReadonlySet<string>): Item[] {
  const severities: readonly Severity[] = ['info', 'warning', 'critical']
  return items.flatMap((item) => {
    if (sent.has(item.key)) return []
    const { incident, to } = item
    const told = severities.filter((severity) => sent.has(`${incident.id}/opened-${severity}/${to}`))
    const before = told.at(-1)
    if (item.stage === 'resolved') return before === undefined ? [] : [item]
    if (item.stage === 'opened' && before !== undefined)
      return severityRank(before) < severityRank(incident.severity) ? [{ ...item, stage: 'worsened' as const }] : []
    return [item]
  })
}

export type NoticeQuestion = {
  incidents: readonly NoticeIncident[]
  /** Keys of what was told before. */
  sent: ReadonlySet<string>
  at: number
  local: LocalTime
  quietTimes: readonly QuietTime[]
  silences: readonly Silence[]
  policy?: EscalationPolicy
}

/**
 * What is to be told now: at most one message a role, whatever a storm opened. What is silenced, or held by quiet hours, is
 * not told now and comes up again when asked later; what a maintenance window drops is marked as told.
 * Shape: `dropped` are keys to remember without a message.
 */
export function planNotices(question: NoticeQuestion): { notices: Notice[]; dropped: string[] } {
  const { incidents, sent, at, local, quietTimes, silences, policy = ESCALATION } = question
  const dropped: string[] = []
  const toRole = new Map<string, Item[]>()
  for (const incident of incidents) {
    if (silenceOf(silences, incident, at)) continue
    const time = sendTime(quietTimes, local, incident)
    for (const item of newItems(itemsOf(incident, at, policy), sent)) {
      if (time.send) toRole.set(item.to, [...(toRole.get(item.to) ?? []), item])
      else if (time.drop) dropped.push(item.key)
    }
  }
  const notices = [...toRole].map(([to, items]) => ({
    to,
    severity: worstOf(items.map(({ incident }) => incident.severity)),
    items: items.map(({ incident, stage, key }) => ({ incident: incident.id, stage, key })),
  }))
  return { notices, dropped }
}
