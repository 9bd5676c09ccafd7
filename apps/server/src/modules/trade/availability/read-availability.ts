import type { Availability } from '@zhanggui/contract'
import { roomOf } from '@zhanggui/orders'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { LoadWatch } from '../degrade/load-watch.ts'
import { serviceChanges, serviceLevels } from '../degrade/schema.ts'
import { asLevel, type ServiceDesk } from '../degrade/service-desk.ts'
import { SHED_LADDER } from '../degrade/shed-ladder.ts'
import type { AttackDesk } from '../load/attack-desk.ts'
import { attackReports } from '../load/schema.ts'
import { tradeSwitches } from '../standby/schema.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'
import { siteDepartures } from './schema.ts'
import { readSiteLoads } from './site-loads.ts'

const SHOWN = 20

type Site = NonNullable<Availability['site']>

/** What stands at the door of this server; without it (a command line) only what is kept is known. */
export type Desks = { desk: ServiceDesk; watch: LoadWatch; attacks: AttackDesk }

async function serviceOf(
  { records }: Context,
  store: string,
  desk: ServiceDesk | undefined,
): Promise<Availability['service']> {
  const [set] = await records.db.select().from(serviceLevels).where(eq(serviceLevels.store, store))
  const changes = await records.db.select().from(serviceChanges).orderBy(desc(serviceChanges.id)).limit(SHOWN)
  const ofLoad = desk?.ofLoad ?? 0
  return {
    level: asLevel(Math.max(ofLoad, set?.level ?? 0)),
    ofLoad,
    set: set ? { level: asLevel(set.level), reason: set.reason, by: set.setBy, at: set.setAt.toISOString() } : null,
    ladder: SHED_LADDER.map(({ level, zh, en }) => ({ level, zh, en })),
    changes: changes.map(({ at, server, levelFrom, levelTo, pressureBp }) => ({
      at: at.toISOString(),
      server,
      levelFrom: asLevel(levelFrom),
      levelTo: asLevel(levelTo),
      pressure: pressureBp / 10_000,
    })),
  }
}

/** A shop that left a site that lived did so in the epoch before. */
async function switchesOf({ records }: Context, store: string): Promise<Site['switches']> {
  const left = and(
    eq(siteDepartures.store, tradeSwitches.store),
    eq(siteDepartures.epoch, sql`${tradeSwitches.epoch} - 1`),
    eq(siteDepartures.site, tradeSwitches.cameFrom),
  )
  const rows = await records.db
    .select({ made: tradeSwitches, why: siteDepartures.why })
    .from(tradeSwitches)
    .leftJoin(siteDepartures, left)
    .where(eq(tradeSwitches.store, store))
    .orderBy(desc(tradeSwitches.epoch))
    .limit(SHOWN)
  return rows.map(({ made: { store: _store, at, ...made }, why }) => ({ ...made, at: at.toISOString(), why }))
}

async function siteOf(context: Context, store: string): Promise<Site | null> {
  const { settings } = context
  if (!settings.site) return null
  const keeper = siteKeeperOf(context).keeperOf(store)
  const lease = await keeper.readLease()
  const [switches, loads] = await Promise.all([switchesOf(context, store), readSiteLoads(context)])
  return {
    site: settings.site,
    role: keeper.roleNow,
    leader: lease?.leader ?? null,
    follower: lease?.follower ?? null,
    epoch: lease?.epoch ?? null,
    leaseMs: settings.siteLeaseMs,
    loads: [...loads].map(([site, load]) => ({ site, ...load, room: roomOf(load) })),
    switches,
  }
}

async function protectionOf(
  { records }: Context,
  store: string,
  attacks: AttackDesk | undefined,
): Promise<Availability['protection']> {
  const rows = await records.db
    .select()
    .from(attackReports)
    .where(eq(attackReports.store, store))
    .orderBy(desc(attackReports.startedAt))
    .limit(SHOWN)
  const now = attacks?.now(store)
  return {
    isUnderAttack: now?.isUnderAttack ?? false,
    quarantined: now?.quarantined ?? 0,
    attacks: rows.map(({ store: _store, startedAt, endedAt, ...counts }) => ({
      ...counts,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

/** How available a shop's trade is: what is left out, which site decides, what stands before orders. */
export async function readAvailability(context: Context, store: string, desks?: Desks): Promise<Availability> {
  const [service, site, protection] = await Promise.all([
    serviceOf(context, store, desks?.desk),
    siteOf(context, store),
    protectionOf(context, store, desks?.attacks),
  ])
  return { service, site, protection }
}
