import type { SiteLoad } from '@zhanggui/orders'
import { asc, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { asLevel } from '../degrade/service-desk.ts'
import { siteLoads } from './schema.ts'

/** Of the records' own clock, which is the same for all sites. */
const NOW = sql`clock_timestamp()`
const ageMs = sql<number>`(extract(epoch FROM ${NOW} - ${siteLoads.at}) * 1000)::integer`

/** Says to the other sites how much there is to do here. */
export async function noteSiteLoad(
  { records }: Context,
  site: string,
  { level, busy }: Pick<SiteLoad, 'level' | 'busy'>,
): Promise<void> {
  const row = { level, busyBp: Math.round(busy * 10_000), at: NOW }
  await records.db
    .insert(siteLoads)
    .values({ site, ...row })
    .onConflictDoUpdate({ target: siteLoads.site, set: row })
}

/** What the sites said of themselves, by name. */
export async function readSiteLoads({ records }: Context): Promise<ReadonlyMap<string, SiteLoad>> {
  const { site, level, busyBp } = siteLoads
  const rows = await records.db.select({ site, level, busyBp, ageMs }).from(siteLoads).orderBy(asc(site))
  return new Map(
    rows.map((row) => [row.site, { level: asLevel(row.level), busy: row.busyBp / 10_000, ageMs: row.ageMs }]),
  )
}
