import type { PlaybookInfo, PlaybookLibrary } from '@zhanggui/contract'
import { and, asc, count, eq, gte, max } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { type PlaybookRow, playbookRuns, playbooks } from '../schema.ts'
import { ownPlaybook, shippedPlaybooks } from './playbook-rows.ts'
import { sentencesOf } from './sentences.ts'

const THIRTY_DAYS_MS = 30 * 86_400_000

type Past = { runs: Record<string, number>; lastAt: Date | null }

async function readPasts(context: Context, store: string): Promise<Map<string, Past>> {
  const since = new Date(context.clock.now().getTime() - THIRTY_DAYS_MS)
  const { playbook, state, at } = playbookRuns
  const rows = await context.records.db
    .select({ playbook, state, n: count(), lastAt: max(at) })
    .from(playbookRuns)
    .where(and(eq(playbookRuns.store, store), gte(at, since)))
    .groupBy(playbook, state)
  const pasts = new Map<string, Past>()
  for (const row of rows) {
    const past = pasts.get(row.playbook) ?? { runs: {}, lastAt: null }
    past.runs[row.state] = row.n
    if (row.lastAt && (!past.lastAt || row.lastAt > past.lastAt)) past.lastAt = row.lastAt
    pasts.set(row.playbook, past)
  }
  return pasts
}

function present(row: PlaybookRow, past: Past | undefined): PlaybookInfo {
  const { zh, en } = sentencesOf(row.id, row.body)
  return {
    id: row.id,
    version: row.version,
    enabled: row.enabled,
    fromLibrary: row.fromLibrary,
    body: row.body,
    sentenceZh: zh,
    sentenceEn: en,
    problemZh: row.problem?.zh ?? null,
    problemEn: row.problem?.en ?? null,
    lastRunAt: past?.lastAt?.toISOString() ?? null,
    runs: past?.runs ?? {},
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** The playbooks of a shop, by id. */
export async function listPlaybooks(context: Context, store: string): Promise<PlaybookInfo[]> {
  const own = eq(playbooks.store, store)
  const rows = await context.records.db.select().from(playbooks).where(own).orderBy(asc(playbooks.id))
  const pasts = await readPasts(context, store)
  return rows.map((row) => present(row, pasts.get(row.id)))
}

/** Errors: throws `not_found`. */
export async function findPlaybook(context: Context, store: string, id: string): Promise<PlaybookRow> {
  const [row] = await context.records.db.select().from(playbooks).where(ownPlaybook({ store, id }))
  if (!row) throw new ApiFailure('not_found', { what: `playbooks/${id}` })
  return row
}

/** Errors: throws `not_found`. */
export async function readPlaybook(context: Context, store: string, id: string): Promise<PlaybookInfo> {
  const row = await findPlaybook(context, store, id)
  return present(row, (await readPasts(context, store)).get(id))
}

/** Everything that is shipped, with what the shop has of it already. */
export async function readLibrary(context: Context, store: string): Promise<PlaybookLibrary> {
  const own = eq(playbooks.store, store)
  const rows = await context.records.db.select({ id: playbooks.id }).from(playbooks).where(own)
  const taken = new Set(rows.map(({ id }) => id))
  return shippedPlaybooks().map(({ id, body }) => {
    const { zh, en } = sentencesOf(id, body)
    return { id, body, sentenceZh: zh, sentenceEn: en, added: taken.has(id) }
  })
}
