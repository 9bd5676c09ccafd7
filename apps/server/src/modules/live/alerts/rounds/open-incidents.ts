import {
  type Cause,
  causeKeyOf,
  type Firing,
  type FiringGroup,
  groupFirings,
  severityRank,
  worstOf,
} from '@zhanggui/playbooks'
import { and, eq, gte, isNull, or } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertEvents, alertFirings, alertIncidents, type IncidentRow } from '../schema.ts'
import { incidentTitle } from './incident-title.ts'
import type { JudgedRule, JudgedSlice } from './judge-rule.ts'
import { inChunks } from './save-states.ts'

/** What clears and fires again within the hour is the same trouble: its incident goes on, and nobody is told a second time. */
const REOPEN_MS = 3_600_000

/** A slice that began to fire in this round, and the firing that the engine groups. */
type Fresh = { judged: JudgedRule; slice: JudgedSlice; firing: Firing }

const began = ({ before, evaluation }: JudgedSlice): boolean =>
  (before?.memory.firingSince ?? null) === null && evaluation.memory.firingSince !== null

export const freshFirings = (judged: readonly JudgedRule[]): Fresh[] =>
  judged.flatMap((one) =>
    one.slices.filter(began).map((slice) => {
      const { id, body } = one.rule
      const { severity, owner, condition } = body
      const key = `${id}/${slice.slice}`
      return {
        judged: one,
        slice,
        firing: { key, rule: id, metric: condition.metric, tags: slice.tags, severity, owner },
      }
    }),
  )

/** Incidents that a firing may join, those that are open before those that cleared within the hour. */
async function readJoinable(tx: RecordTx, store: string, now: Date): Promise<IncidentRow[]> {
  const cleared = and(
    eq(alertIncidents.resolution, 'cleared'),
    gte(alertIncidents.resolvedAt, new Date(now.getTime() - REOPEN_MS)),
    isNull(alertIncidents.result),
  )
  const rows = await tx
    .select()
    .from(alertIncidents)
    .where(and(eq(alertIncidents.store, store), or(isNull(alertIncidents.resolvedAt), cleared)))
  const latest = rows.toSorted((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) || b.id - a.id)
  return latest.filter(({ causeKey }, i) => latest.findIndex((row) => row.causeKey === causeKey) === i)
}

const union = (left: readonly string[], right: readonly string[]): string[] => [...new Set([...left, ...right])].sort()
const rulesOf = ({ firings }: FiringGroup): string[] =>
  union(
    [],
    firings.map(({ rule }) => rule),
  )
const ownersOf = ({ owner, firings }: FiringGroup): string[] =>
  union(
    [owner],
    firings.map((firing) => firing.owner),
  )

type Opening = { store: string; now: Date; rules: readonly JudgedRule[]; labels: ReadonlyMap<string, string> }

async function join(tx: RecordTx, row: IncidentRow, group: FiringGroup, now: Date): Promise<number> {
  const severity = worstOf([row.severity, group.severity])
  const isWorse = severityRank(severity) > severityRank(row.severity)
  const change = {
    severity,
    lastAt: now,
    count: row.count + group.firings.length,
    rules: union(row.rules, rulesOf(group)),
    owners: union(row.owners, ownersOf(group)),
    resolvedAt: null,
    resolution: null,
  }
  await tx.update(alertIncidents).set(change).where(eq(alertIncidents.id, row.id))
  const kind = isWorse ? ('worsened' as const) : ('joined' as const)
  const facts = { count: group.firings.length, severity, reopened: row.resolvedAt === null ? 0 : 1 }
  await tx.insert(alertEvents).values({ incident: row.id, kind, actor: 'system', facts, at: now })
  return row.id
}

async function open(tx: RecordTx, group: FiringGroup, { store, now, rules, labels }: Opening): Promise<number> {
  const named = rules.find(
    ({ rule }) =>
      rule.id === (group.firings.find(({ metric }) => metric === group.cause.metric) ?? group.firings[0])?.rule,
  )
  const { zh, en } = incidentTitle(group, named?.rule.body, labels)
  const row = {
    store,
    causeKey: group.causeKey,
    cause: group.cause,
    titleZh: zh,
    titleEn: en,
    severity: group.severity,
    owner: group.owner,
    owners: ownersOf(group),
    rules: rulesOf(group),
    action: named?.rule.body.action ?? { kind: 'task' as const, ref: '', zh: '', en: '' },
    openedAt: now,
    lastAt: now,
    count: group.firings.length,
  }
  const [made] = await tx.insert(alertIncidents).values(row).returning({ id: alertIncidents.id })
  if (!made) throw new Error('an incident was not written')
  const facts = { count: group.firings.length, severity: group.severity }
  await tx.insert(alertEvents).values({ incident: made.id, kind: 'opened', actor: 'system', facts, at: now })
  return made.id
}

/** Groups what began to fire and writes it down under its incidents, open or new. */
export async function openIncidents(tx: RecordTx, fresh: readonly Fresh[], opening: Opening): Promise<void> {
  if (fresh.length === 0) return
  const { store, now } = opening
  const joinable = await readJoinable(tx, store, now)
  const byKey = new Map(joinable.map((row) => [row.causeKey, row]))
  const causes: Cause[] = joinable.map(({ cause }) => cause)
  const byFiring = new Map(fresh.map((one) => [one.firing.key, one]))
  for (const group of groupFirings(
    fresh.map(({ firing }) => firing),
    causes,
  )) {
    const row = byKey.get(causeKeyOf(group.cause))
    const incident = row ? await join(tx, row, group, now) : await open(tx, group, opening)
    const rows = group.firings.flatMap(({ key }) => {
      const one = byFiring.get(key)
      return one ? [firingRow(one, { store, incident, now })] : []
    })
    await inChunks(rows, (chunk) => tx.insert(alertFirings).values(chunk).onConflictDoNothing())
  }
}

const firingRow = (
  { judged, slice }: Fresh,
  { store, incident, now }: { store: string; incident: number; now: Date },
) => ({
  store,
  rule: judged.rule.id,
  slice: slice.slice,
  startedAt: now,
  incident,
  tags: slice.tags,
  condition: judged.rule.body.condition,
  value: slice.evaluation.value,
  baseline: slice.evaluation.baseline,
  evidence: slice.evaluation.evidence,
})
