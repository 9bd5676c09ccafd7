import type { AlertLibrary, AlertRuleInfo } from '@zhanggui/contract'
import { asc, count, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { alertRules, alertStates, type RuleRow } from '../schema.ts'
import { findWatched } from '../series/watched-metric.ts'
import { ownRule, shippedRules } from './rule-rows.ts'
import { sentencesOf } from './rule-words.ts'

type Standing = { firing: number; noData: number }

/** How many slices of each rule fire, and how many have no data. */
async function readStandings(context: Context, store: string): Promise<Map<string, Standing>> {
  const rows = await context.records.db
    .select({ rule: alertStates.rule, state: alertStates.state, n: count() })
    .from(alertStates)
    .where(eq(alertStates.store, store))
    .groupBy(alertStates.rule, alertStates.state)
  const standings = new Map<string, Standing>()
  for (const { rule, state, n } of rows) {
    const standing = standings.get(rule) ?? { firing: 0, noData: 0 }
    if (state !== 'ok') standing[state] += n
    standings.set(rule, standing)
  }
  return standings
}

function present(row: RuleRow, standing: Standing | undefined): AlertRuleInfo {
  const watched = findWatched(row.body.condition.metric)
  const { zh, en } = sentencesOf(row.body.condition)
  return {
    id: row.id,
    version: row.version,
    enabled: row.enabled,
    body: row.body,
    metricZh: watched?.nameZh ?? row.body.condition.metric,
    metricEn: watched?.nameEn ?? row.body.condition.metric,
    unit: watched?.unit ?? 'count',
    sentenceZh: zh,
    sentenceEn: en,
    firing: standing?.firing ?? 0,
    noData: standing?.noData ?? 0,
    evaluatedAt: row.evaluatedAt?.toISOString() ?? null,
    problemZh: row.problem?.zh ?? null,
    problemEn: row.problem?.en ?? null,
    fromLibrary: row.fromLibrary,
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** The rules of a shop, by id. */
export async function listRules(context: Context, store: string): Promise<AlertRuleInfo[]> {
  const rows = await context.records.db
    .select()
    .from(alertRules)
    .where(eq(alertRules.store, store))
    .orderBy(asc(alertRules.id))
  const standings = await readStandings(context, store)
  return rows.map((row) => present(row, standings.get(row.id)))
}

/** Errors: throws `not_found`. */
export async function readRule(context: Context, store: string, rule: string): Promise<AlertRuleInfo> {
  const [row] = await context.records.db
    .select()
    .from(alertRules)
    .where(ownRule({ store, id: rule }))
  if (!row) throw new ApiFailure('not_found', { what: `alert-rules/${rule}` })
  return present(row, (await readStandings(context, store)).get(rule))
}

/** Everything that is shipped, with what the shop has of it already. */
export async function readLibrary(context: Context, store: string): Promise<AlertLibrary> {
  const rows = await context.records.db
    .select({ id: alertRules.id })
    .from(alertRules)
    .where(eq(alertRules.store, store))
  const taken = new Set(rows.map(({ id }) => id))
  return shippedRules().map(({ id, body }) => {
    const { zh, en } = sentencesOf(body.condition)
    return { id, body, sentenceZh: zh, sentenceEn: en, added: taken.has(id) }
  })
}
