import type { Availability } from '@zhanggui/contract'
import { desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { serviceChanges, serviceLevels } from '../degrade/schema.ts'
import { asLevel, type ServiceDesk } from '../degrade/service-desk.ts'
import { SHED_LADDER } from '../degrade/shed-ladder.ts'
import type { AttackDesk } from '../load/attack-desk.ts'
import { attackReports } from '../load/schema.ts'
import { tradeSwitches } from '../standby/schema.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'

const SHOWN = 20

/** What stands at the door of this server; without it (a command line) only what is kept is known. */
export type Desks = { desk: ServiceDesk; attacks: AttackDesk }

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

async function siteOf(context: Context, store: string): Promise<Availability['site']> {
  const { settings, records } = context
  if (!settings.site) return null
  const keeper = siteKeeperOf(context).keeperOf(store)
  const lease = await keeper.readLease()
  const rows = await records.db
    .select()
    .from(tradeSwitches)
    .where(eq(tradeSwitches.store, store))
    .orderBy(desc(tradeSwitches.epoch))
    .limit(SHOWN)
  return {
    site: settings.site,
    role: keeper.roleNow,
    leader: lease?.leader ?? null,
    follower: lease?.follower ?? null,
    epoch: lease?.epoch ?? null,
    leaseMs: settings.siteLeaseMs,
    switches: rows.map(({ at, epoch, site, cameFrom, waitedMs }) => ({
      at: at.toISOString(),
      epoch,
      site,
      cameFrom,
      waitedMs,
    })),
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
