import type { PlaybookRunInfo, RunQuery } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { playbookRuns, type RunRow } from '../schema.ts'
import { ownRun } from './answer-run.ts'

type Names = Awaited<ReturnType<typeof namesOfActors>>

function present(row: RunRow, names: Names): PlaybookRunInfo {
  const nameOf = (actor: string | null): string | null => (actor === null ? null : (names.get(actor) ?? actor))
  return {
    id: row.id,
    playbook: row.playbook,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    version: row.version,
    at: row.at.toISOString(),
    state: row.state,
    tags: row.tags,
    value: row.value,
    reason: row.reason,
    changes: row.changes,
    tells: row.tells,
    cannot: row.cannot,
    peopleNeeded: row.people,
    agreedBy: row.agreedBy.map((actor) => nameOf(actor) ?? actor),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: nameOf(row.decidedBy),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: nameOf(row.undoneBy),
  }
}

const actorsOf = (rows: readonly RunRow[]): string[] =>
  rows.flatMap(({ agreedBy, decidedBy, undoneBy }) => [...agreedBy, decidedBy, undoneBy].filter((a) => a !== null))

/** Runs of a shop, newest first. */
export async function listRuns(
  context: Context,
  store: string,
  { playbook, state, limit = 100 }: Omit<RunQuery, 'limit'> & { limit?: number },
): Promise<PlaybookRunInfo[]> {
  const rows = await context.records.db
    .select()
    .from(playbookRuns)
    .where(
      and(
        eq(playbookRuns.store, store),
        playbook === undefined ? undefined : eq(playbookRuns.playbook, playbook),
        state === undefined ? undefined : eq(playbookRuns.state, state),
      ),
    )
    .orderBy(desc(playbookRuns.id))
    .limit(limit)
  const names = await namesOfActors(context, actorsOf(rows))
  return rows.map((row) => present(row, names))
}

/** Errors: throws `not_found`. */
export async function readRun(context: Context, store: string, id: number): Promise<PlaybookRunInfo> {
  const [row] = await context.records.db.select().from(playbookRuns).where(ownRun(store, id))
  if (!row) throw new ApiFailure('not_found', { what: `playbook-runs/${id}` })
  return present(row, await namesOfActors(context, actorsOf([row])))
}
