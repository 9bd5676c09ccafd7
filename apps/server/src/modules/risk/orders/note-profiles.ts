import { NO_PROFILE, noteOrder, noteOutcome, type RiskProfile } from '@zhanggui/orders'
import { and, asc, eq, isNotNull, lte, or } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { type RiskOrderRow, riskOrders } from '../schema.ts'
import { outcomeKnownBy } from './outcome.ts'
import { type ProfileKey, profileKeys, readProfiles, writeProfiles } from './risk-profiles.ts'

const AT_ONCE = 300

type Change = (profile: RiskProfile) => RiskProfile

function changeOf({ isOrderNoted, cents, at, label, labelledAt }: RiskOrderRow, now: Date): Change {
  return (profile) => {
    const ordered = isOrderNoted ? profile : noteOrder(profile, { cents, at: at.getTime() })
    const isKnown = label !== null || at <= outcomeKnownBy(now)
    if (!isKnown) return ordered
    return noteOutcome(ordered, { fraud: label === 'fraud', at: (labelledAt ?? now).getTime() })
  }
}

const nameOf = ({ kind, key }: ProfileKey): string => `${kind} ${key}`

async function noteShop(tx: RecordTx, store: string, rows: readonly RiskOrderRow[], now: Date): Promise<void> {
  const profiles = await readProfiles(
    tx,
    store,
    rows.flatMap(({ command }) => profileKeys(command)),
  )
  for (const row of rows) {
    const change = changeOf(row, now)
    for (const key of profileKeys(row.command))
      profiles.set(nameOf(key), change(profiles.get(nameOf(key)) ?? NO_PROFILE))
    const isOutcomeNoted = row.label !== null || row.at <= outcomeKnownBy(now)
    await tx
      .update(riskOrders)
      .set({ isOrderNoted: true, isOutcomeNoted })
      .where(and(eq(riskOrders.store, store), eq(riskOrders.orderId, row.orderId)))
  }
  await writeProfiles(tx, store, profiles)
}

/** Lets profiles learn of new orders and of what became of older ones, each once. Shape: how many orders were looked at. */
export async function noteProfiles(context: Context, { now }: Pick<TickRound, 'now'>): Promise<number> {
  return context.records.transaction(async (tx) => {
    const toNote = or(
      eq(riskOrders.isOrderNoted, false),
      and(
        eq(riskOrders.isOutcomeNoted, false),
        or(isNotNull(riskOrders.label), lte(riskOrders.at, outcomeKnownBy(now))),
      ),
    )
    const rows = await tx
      .select()
      .from(riskOrders)
      .where(toNote)
      .orderBy(asc(riskOrders.at))
      .limit(AT_ONCE)
      .for('update')
    const stores = [...new Set(rows.map(({ store }) => store))].sort()
    for (const store of stores)
      await noteShop(
        tx,
        store,
        rows.filter((row) => row.store === store),
        now,
      )
    return rows.length
  })
}

export const NOTE_RISK_PROFILES: TickJob = {
  id: 'risk-profiles',
  everySeconds: 5,
  async run(context, round) {
    while ((await noteProfiles(context, round)) === AT_ONCE && !round.signal.aborted);
  },
}
