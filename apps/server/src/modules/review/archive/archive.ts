import {
  type ArchiveAnswer,
  type ArchiveCase,
  ArchiveQuery,
  type ProposedLessons,
  ReuseCase,
  type Store,
} from '@zhanggui/contract'
import { count, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readCampaignRow } from '../../campaigns/records/campaign-rows.ts'
import type { Asker } from '../../insight/run-query.ts'
import { mechanicNames } from '../reports/facts/mechanic-names.ts'
import { type CaseText, seasonOf } from './archive-case.ts'
import { gatherCases } from './gather-cases.ts'
import { rankCases } from './rank-cases.ts'
import { archiveReuses } from './schema.ts'

const CASES_MAX = 60
const LESSONS_MAX = 8

async function countReuses(context: Context, store: string): Promise<Map<string, number>> {
  const { source, id } = archiveReuses
  const rows = await context.records.db
    .select({ source, id, n: count() })
    .from(archiveReuses)
    .where(eq(archiveReuses.store, store))
    .groupBy(source, id)
  return new Map(rows.map((row) => [`${row.source}/${row.id}`, row.n]))
}

const present = (one: CaseText, score: number, reuses: ReadonlyMap<string, number>): ArchiveCase => {
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

type Why = { zh: string[]; en: string[] }

/** What makes a case worth reading before this campaign; nothing in common, no proposal. */
function commonGround(
  one: CaseText,
  like: { id: string; mechanics: readonly string[]; season: string; name: string },
): Why {
  const shared = one.mechanics.filter((mechanic) => like.mechanics.includes(mechanic))
  const why: Why = { zh: [], en: [] }
  if (shared.length > 0) {
    why.zh.push(`同样用 ${shared.join('、')}`)
    why.en.push(`also uses ${shared.join(', ')}`)
  }
  if (one.season === like.season && one.source === 'lesson') {
    why.zh.push('同一季节')
    why.en.push('the same season')
  }
  return why
}

/** Lessons and campaigns like the one that is being drafted, with why each is proposed (P14.13). Errors: throws `not_found`. */
export async function lessonsFor(
  context: Context,
  store: Store,
  campaign: string,
  asker?: Asker,
): Promise<ProposedLessons> {
  const { body } = await readCampaignRow(context.records.db, { store: store.id, campaign })
  const like = {
    id: campaign,
    mechanics: mechanicNames(body.mechanics, 'zh'),
    season: seasonOf(body.mainDay),
    name: body.name,
  }
  const cases = (await gatherCases(context, store, asker)).filter(
    ({ source, id }) => (source === 'lesson' || source === 'campaign') && id !== campaign,
  )
  const byWords = new Map(rankCases(cases, `${body.name} ${body.theme}`).map(({ one, score }) => [one, score]))
  const reuses = await countReuses(context, store.id)
  const proposed = cases.flatMap((one) => {
    const why = commonGround(one, like)
    const score = why.zh.length * 2 + (byWords.get(one) ?? 0)
    if (byWords.has(one)) {
      why.zh.push('主题相近')
      why.en.push('a similar theme')
    }
    if (why.zh.length === 0) return []
    return [{ ...present(one, score, reuses), whyZh: why.zh.join('，'), whyEn: why.en.join(', ') }]
  })
  return { lessons: proposed.toSorted((a, b) => b.score - a.score).slice(0, LESSONS_MAX) }
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
