import {
  type DraftLessonsQuery as Asked,
  DraftLessonsQuery,
  type ProposedLessons,
  type Store,
} from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readCampaignRow } from '../../campaigns/records/campaign-rows.ts'
import { draftFromTemplate } from '../../campaigns/records/draft-from-template.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import type { Asker } from '../../insight/run-query.ts'
import { mechanicNames } from '../reports/facts/mechanic-names.ts'
import { countReuses, present } from './archive.ts'
import { type CaseText, seasonOf } from './archive-case.ts'
import { gatherCases } from './gather-cases.ts'
import { rankCases } from './rank-cases.ts'

const LESSONS_MAX = 8

type Why = { zh: string[]; en: string[] }

/** What makes a case worth reading before this campaign; nothing in common, no proposal. */
function commonGround(one: CaseText, like: { mechanics: readonly string[]; season: string }): Why {
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

type Like = Pick<CampaignRow['body'], 'name' | 'theme' | 'mainDay' | 'mechanics'> & { id: string | null }

/** Lessons and campaigns like one that is planned, best first, with why each is proposed; nothing in common, no proposal. */
async function proposeLessons(
  context: Context,
  store: Store,
  planned: Like,
  asker: Asker | undefined,
): Promise<ProposedLessons> {
  const { id: own, name, theme, mainDay } = planned
  const like = { mechanics: mechanicNames(planned.mechanics, 'zh'), season: seasonOf(mainDay) }
  const cases = (await gatherCases(context, store, asker)).filter(
    ({ source, id }) => (source === 'lesson' || source === 'campaign') && id !== own,
  )
  const byWords = new Map(rankCases(cases, `${name} ${theme}`).map(({ one, score }) => [one, score]))
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

/** What is known of campaigns like one that is there (P14.13). Errors: throws `not_found`. */
export async function lessonsFor(
  context: Context,
  store: Store,
  campaign: string,
  asker?: Asker,
): Promise<ProposedLessons> {
  const { body } = await readCampaignRow(context.records.db, { store: store.id, campaign })
  return proposeLessons(context, store, { ...body, id: campaign }, asker)
}

/**
 * The same before the campaign is written: by the template that it would begin with, or the campaign that it would copy.
 * Errors: throws `not_found`, `campaign_needs_day` for a template without an occasion and no day, `invalid_request`.
 */
export async function lessonsForDraft(
  context: Context,
  store: Store,
  query: Asked,
  asker?: Asker,
): Promise<ProposedLessons> {
  const { copyOf, ...asked } = parseInput(DraftLessonsQuery, query)
  if (copyOf !== undefined) {
    const { body } = await readCampaignRow(context.records.db, { store: store.id, campaign: copyOf })
    return proposeLessons(context, store, { ...body, id: null }, asker)
  }
  const { body } = await draftFromTemplate(context, store, {
    ...asked,
    name: asked.name ?? asked.template ?? '',
    team: [],
  })
  return proposeLessons(context, store, { ...body, id: null }, asker)
}
