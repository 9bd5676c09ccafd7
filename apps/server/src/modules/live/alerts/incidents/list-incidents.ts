import type { IncidentDetail, IncidentEvent, IncidentFiring, IncidentInfo, IncidentQuery } from '@zhanggui/contract'
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { alertEvents, alertFirings, alertIncidents, alertRules, type FiringRow, type IncidentRow } from '../schema.ts'
import { instantOfMinute } from '../series/day-minute.ts'
import { findWatched } from '../series/watched-metric.ts'
import { eventWords } from './event-words.ts'
import { firingWords } from './firing-words.ts'
import { findIncident, type IncidentKey } from './incident-rows.ts'

type Names = ReadonlyMap<string, string>

const stateOf = ({ resolvedAt, acknowledgedAt }: IncidentRow): IncidentInfo['state'] =>
  resolvedAt ? 'resolved' : acknowledgedAt ? 'acknowledged' : 'open'

const nameOf = (actor: string | null, names: Names): string | null => actor && (names.get(actor) ?? actor)

function present(row: IncidentRow, names: Names): IncidentInfo {
  return {
    id: row.id,
    titleZh: row.titleZh,
    titleEn: row.titleEn,
    causeKey: row.causeKey,
    severity: row.severity,
    state: stateOf(row),
    owner: row.owner as IncidentInfo['owner'],
    assignee: row.assignee,
    assigneeName: row.assignee && (names.get(`user:${row.assignee}`) ?? null),
    rules: row.rules,
    action: row.action,
    openedAt: row.openedAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    count: row.count,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: nameOf(row.acknowledgedBy, names),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolution: row.resolution,
    result: row.result,
    resultBy: nameOf(row.resultBy, names),
  }
}

const actorsOf = (row: IncidentRow): string[] =>
  [row.acknowledgedBy, row.resultBy, row.assignee && `user:${row.assignee}`].filter((actor) => actor !== null)

/** A loop is open while nobody wrote what came of an incident that is over; a mere hint asks for nothing. */
const openLoop = and(
  isNotNull(alertIncidents.resolvedAt),
  isNull(alertIncidents.result),
  ne(alertIncidents.severity, 'info'),
)

const STATES: Record<IncidentInfo['state'], SQL | undefined> = {
  open: and(isNull(alertIncidents.resolvedAt), isNull(alertIncidents.acknowledgedAt)),
  acknowledged: and(isNull(alertIncidents.resolvedAt), isNotNull(alertIncidents.acknowledgedAt)),
  resolved: isNotNull(alertIncidents.resolvedAt),
}

type Asked = { [Key in keyof IncidentQuery]: IncidentQuery[Key] | undefined } & { limit: number }

/** Incidents of a shop, newest first. */
export async function listIncidents(context: Context, store: string, asked: Asked): Promise<IncidentInfo[]> {
  const { state, loop, severity, limit } = asked
  const rows = await context.records.db
    .select()
    .from(alertIncidents)
    .where(
      and(
        eq(alertIncidents.store, store),
        state && STATES[state],
        severity && eq(alertIncidents.severity, severity),
        loop === 'open' ? openLoop : undefined,
        loop === 'closed' ? or(isNotNull(alertIncidents.result)) : undefined,
      ),
    )
    .orderBy(desc(alertIncidents.id))
    .limit(limit)
  const names = await namesOfActors(context, rows.flatMap(actorsOf))
  return rows.map((row) => present(row, names))
}

/** A storm's incident has thousands of firings; the page shows the first. */
const FIRINGS_MAX = 200

async function readFirings(context: Context, { store, incident }: IncidentKey): Promise<IncidentFiring[]> {
  const rows = await context.records.db
    .select()
    .from(alertFirings)
    .where(and(eq(alertFirings.store, store), eq(alertFirings.incident, incident)))
    .orderBy(asc(alertFirings.startedAt), asc(alertFirings.rule), asc(alertFirings.slice))
    .limit(FIRINGS_MAX)
  const ids = [...new Set(rows.map(({ rule }) => rule))]
  const rules =
    ids.length === 0
      ? []
      : await context.records.db
          .select()
          .from(alertRules)
          .where(and(eq(alertRules.store, store), inArray(alertRules.id, ids)))
  const bodies = new Map(rules.map(({ id, body }) => [id, body]))
  return rows.map((row) => presentFiring(row, bodies.get(row.rule)))
}

function presentFiring(row: FiringRow, body: { nameZh: string; nameEn: string } | undefined): IncidentFiring {
  const unit = findWatched(row.condition.metric)?.unit ?? 'count'
  const { zh, en } = firingWords(row, unit)
  const { crossingAt } = row.evidence
  return {
    rule: row.rule,
    nameZh: body?.nameZh ?? row.rule,
    nameEn: body?.nameEn ?? row.rule,
    metric: row.condition.metric,
    unit,
    tags: row.tags,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    value: row.value,
    baseline: row.baseline,
    reasonZh: zh,
    reasonEn: en,
    crossingAt: crossingAt === undefined ? null : instantOfMinute(crossingAt).toISOString(),
  }
}

async function readEvents(context: Context, incident: number): Promise<IncidentEvent[]> {
  const rows = await context.records.db
    .select()
    .from(alertEvents)
    .where(eq(alertEvents.incident, incident))
    .orderBy(asc(alertEvents.sequence))
  const names = await namesOfActors(
    context,
    rows.map(({ actor }) => actor),
  )
  return rows.map((row) => {
    const { zh, en } = eventWords(row)
    const { sequence, kind, actor, at } = row
    return { sequence, kind, actor, actorName: names.get(actor) ?? null, textZh: zh, textEn: en, at: at.toISOString() }
  })
}

/** One incident with what fired in it and what happened since. Errors: throws `not_found`. */
export async function readIncident(context: Context, key: IncidentKey): Promise<IncidentDetail> {
  const row = await findIncident(context, key)
  const names = await namesOfActors(context, actorsOf(row))
  return {
    ...present(row, names),
    firings: await readFirings(context, key),
    events: await readEvents(context, key.incident),
  }
}
