import type { PlaybookRunInfo, RunQuery } from '@zhanggui/contract'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { playbookRuns, playbookUndoWords, type RunRow } from '../schema.ts'
import { ownRun } from './answer-run.ts'

type Names = Awaited<ReturnType<typeof namesOfActors>>

type Words = ReadonlyMap<number, readonly string[]>

function presentOne(row: RunRow, words: Words, names: Names): PlaybookRunInfo {
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
    undoAgreedBy: (words.get(row.id) ?? []).map((actor) => nameOf(actor) ?? actor),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: nameOf(row.undoneBy),
  }
}

const actorsOf = (rows: readonly RunRow[]): string[] =>
  rows.flatMap(({ agreedBy, decidedBy, undoneBy }) => [...agreedBy, decidedBy, undoneBy].filter((a) => a !== null))

/** Who said of each run that it is to be undone. */
async function readUndoWords({ records }: Context, rows: readonly RunRow[]): Promise<Words> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const said = await records.db.select().from(playbookUndoWords).where(inArray(playbookUndoWords.run, ids))
  return new Map(ids.map((id) => [id, said.filter(({ run }) => run === id).map(({ actor }) => actor)]))
}

async function present(context: Context, rows: readonly RunRow[]): Promise<PlaybookRunInfo[]> {
  const words = await readUndoWords(context, rows)
  const names = await namesOfActors(context, [...actorsOf(rows), ...[...words.values()].flat()])
  return rows.map((row) => presentOne(row, words, names))
}

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
  return present(context, rows)
}

/** Errors: throws `not_found`. */
export async function readRun(context: Context, store: string, id: number): Promise<PlaybookRunInfo> {
  const [row] = await context.records.db.select().from(playbookRuns).where(ownRun(store, id))
  const [run] = row ? await present(context, [row]) : []
  if (!run) throw new ApiFailure('not_found', { what: `playbook-runs/${id}` })
  return run
}
