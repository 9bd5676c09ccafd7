import type { Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { type JudgedSeeding, judgeSeeding, type Seeding, type SeedingPost } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { LAUNCH_SEEDINGS } from './launch-seedings.ts'
import type { Launch } from './read-launches.ts'

/** Creators post about a launch before it opens, too. */
const DAYS_AHEAD = 30

const POSTS_SQL = `
SELECT
  platform,
  post_id AS postId,
  author,
  day,
  views
FROM social_posts FINAL
WHERE store = {store:String}
  AND day >= {from:Date}
  AND day < {to:Date}
ORDER BY day, platform, post_id`

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const seedingOf = (data: Record<string, unknown>): Seeding => ({
  creator: String(data.creator),
  platform: String(data.platform ?? ''),
  postId: textOf(data.postId),
  samples: Number(data.samples),
  sampleDue: textOf(data.sampleDue),
  sampleSent: textOf(data.sampleSent),
  postDue: String(data.postDue),
  plannedViews: numberOf(data.plannedViews),
  costCents: Number(data.costCents),
})

export type LaunchSeeding = { launch: string; seeding: Seeding }

const inOrder = ({ postDue, creator }: Seeding): string => `${postDue} ${creator}`

/** Every creator of every launch of the shop, who is due first first. */
export const readSeedings = async (context: Context, store: string): Promise<LaunchSeeding[]> =>
  (await readAllRows(context, LAUNCH_SEEDINGS, store))
    .map(({ data }) => ({ launch: String(data.launch), seeding: seedingOf(data) }))
    .sort((a, b) => (inOrder(a.seeding) < inOrder(b.seeding) ? -1 : 1))

async function readPosts(context: Context, store: string, { day, exposureDays }: Launch): Promise<SeedingPost[]> {
  const from = addDays(parseDay(day), -DAYS_AHEAD)
  const to = addDays(parseDay(day), exposureDays)
  const rows = await context.facts.query<Omit<SeedingPost, 'views'> & { views: string | null }>(POSTS_SQL, {
    store,
    from,
    to,
  })
  return rows.map((row) => ({ ...row, views: row.views === null ? null : Number(row.views) }))
}

/** The creators of one launch against the posts of its days that were imported. */
export async function readSeeding(
  context: Context,
  { id, timezone }: Store,
  launch: Launch,
  all: readonly LaunchSeeding[],
): Promise<JudgedSeeding[]> {
  const own = all.filter((one) => one.launch === launch.code).map(({ seeding }) => seeding)
  if (own.length === 0) return []
  const { day: today } = shopMoment(context.clock.now(), timezone)
  return judgeSeeding(own, await readPosts(context, id, launch), today)
}

/** Samples and posts of all launches that are on and whose day has passed without them; null without any creator. For alerts. */
export async function countLateSeeding(
  context: Context,
  store: Store,
  launches: readonly Launch[],
): Promise<{ value: number | null; sample: number }> {
  const all = await readSeedings(context, store.id)
  const judged = []
  for (const launch of launches.filter(({ isOn }) => isOn))
    judged.push(...(await readSeeding(context, store, launch, all)))
  const late = judged.filter(({ state }) => state === 'sampleLate' || state === 'postLate').length
  return { value: judged.length === 0 ? null : late, sample: judged.length }
}
