import { type ArchiveAnswer, type ArchiveCase, ArchiveQuery, ReuseCase, type Store } from '@zhanggui/contract'
import { count, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readCampaignRow } from '../../campaigns/records/campaign-rows.ts'
import type { Asker } from '../../insight/run-query.ts'
import type { CaseText } from './archive-case.ts'
import { gatherCases } from './gather-cases.ts'
import { rankCases } from './rank-cases.ts'
import { archiveReuses } from './schema.ts'

const CASES_MAX = 60

export async function countReuses(context: Context, store: string): Promise<Map<string, number>> {
  const { source, id } = archiveReuses
  const rows = await context.records.db
    .select({ source, id, n: count() })
    .from(archiveReuses)
    .where(eq(archiveReuses.store, store))
    .groupBy(source, id)
  return new Map(rows.map((row) => [`${row.source}/${row.id}`, row.n]))
}

export const present = (one: CaseText, score: number, reuses: ReadonlyMap<string, number>): ArchiveCase => {
  const { text: _, mechanics, categories, ...shown } = one
  return {
    ...shown,
    mechanics: [...mechanics],
    categories: [...categories],
    reuses: reuses.get(`${one.source}/${one.id}`) ?? 0,
    score: Math.round(score * 1000) / 1000,
  }
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()

/** Cases of the archive by words, mechanic, category and season, best first. Errors: throws `invalid_request`. */
export async function searchArchive(
  context: Context,
  store: Store,
  input: ArchiveQuery,
  asker?: Asker,
): Promise<ArchiveAnswer> {
  const { words, mechanic, category, season, source } = parseInput(ArchiveQuery, input)
  const all = await gatherCases(context, store, asker)
  const fitting = all.filter(
    (one) =>
      (mechanic === undefined || one.mechanics.includes(mechanic)) &&
      (category === undefined || one.categories.includes(category)) &&
      (season === undefined || one.season === season) &&
      (source === undefined || one.source === source),
  )
  const reuses = await countReuses(context, store.id)
  return {
    cases: rankCases(fitting, words)
      .slice(0, CASES_MAX)
      .map(({ one, score }) => present(one, score, reuses)),
    mechanics: distinct(all.flatMap((one) => one.mechanics)),
    categories: distinct(all.flatMap((one) => one.categories)),
  }
}

/** Counts that a case was taken up in a campaign; the same again counts once. Errors: throws `not_found` for the campaign. */
export async function reuseCase(context: Context, caller: ResourceCaller, input: ReuseCase): Promise<void> {
  const { source, id, campaign } = parseInput(ReuseCase, input)
  const { store, actor } = caller
  await readCampaignRow(context.records.db, { store, campaign })
  await auditedTransaction(context, async (tx, record) => {
    const row = { store, source, id, campaign, madeBy: actor, madeAt: context.clock.now() }
    const added = await tx.insert(archiveReuses).values(row).onConflictDoNothing().returning({ id: archiveReuses.id })
    if (added.length > 0)
      await record({ store, actor, action: 'reuse', subject: `archive/${source}/${id}`, after: { campaign } })
  })
}
