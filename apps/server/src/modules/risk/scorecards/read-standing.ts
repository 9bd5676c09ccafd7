import type { RiskScorecardBody, RiskScorecardVersion, RiskStanding } from '@zhanggui/contract'
import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { checkSettingsOf } from '../checks/check-settings.ts'
import { riskInForce, riskOrders, riskScorecardVersions } from '../schema.ts'
import { SCORECARD_ID } from './scorecard-records.ts'
import { NEED } from './train-version.ts'

const ofShop = (store: string) =>
  and(eq(riskScorecardVersions.store, store), eq(riskScorecardVersions.id, SCORECARD_ID))

/** Errors: throws `not_found`. */
export async function readVersionBody(
  db: RecordDb | RecordTx,
  store: string,
  version: number,
): Promise<RiskScorecardBody> {
  const [row] = await db
    .select({ body: riskScorecardVersions.body })
    .from(riskScorecardVersions)
    .where(and(ofShop(store), eq(riskScorecardVersions.number, version)))
  if (!row) throw new ApiFailure('not_found', { what: `risk-scorecards/${version}` })
  return row.body
}

async function readVersions(db: RecordDb, store: string): Promise<RiskScorecardVersion[]> {
  const rows = await db
    .select()
    .from(riskScorecardVersions)
    .where(ofShop(store))
    .orderBy(desc(riskScorecardVersions.number))
  return rows.map(({ number, body, madeBy, madeAt, reason }) => ({
    version: number,
    body,
    madeBy,
    madeAt: madeAt.toISOString(),
    reason,
  }))
}

/** What judges orders now, every version there is, and how much there is to learn from. */
export async function readStanding(context: Context, store: string): Promise<RiskStanding> {
  const { db } = context.records
  const [inForce] = await db.select().from(riskInForce).where(eq(riskInForce.store, store))
  const labels = await db
    .select({ label: riskOrders.label, orders: count() })
    .from(riskOrders)
    .where(and(eq(riskOrders.store, store), ne(riskOrders.verdict, 'other')))
    .groupBy(riskOrders.label)
  return {
    inForce:
      inForce && inForce.version > 0
        ? {
            version: inForce.version,
            since: inForce.since.toISOString(),
            by: inForce.by,
            reached: inForce.reachedAt?.toISOString() ?? null,
          }
        : null,
    versions: await readVersions(db, store),
    orders: labels.reduce((sum, { orders }) => sum + orders, 0),
    frauds: labels.find(({ label }) => label === 'fraud')?.orders ?? 0,
    needFrauds: NEED.frauds,
    needOrders: NEED.honest,
    checksOn: (await checkSettingsOf(context, store)) !== undefined,
  }
}
