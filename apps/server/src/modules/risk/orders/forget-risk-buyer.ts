import { and, eq, inArray, or } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { riskChecks, riskOrders, riskProfiles } from '../schema.ts'
import { profileKeys } from './risk-profiles.ts'

/** Forgets a buyer (P13.09): the judged orders, the profile that was learnt of them, and their checks. Safe to repeat. */
export async function forgetRiskBuyer(context: Context, store: string, hash: string): Promise<void> {
  await context.records.transaction(async (tx) => {
    const gone = await tx
      .delete(riskOrders)
      .where(and(eq(riskOrders.store, store), eq(riskOrders.buyer, hash)))
      .returning({ orderId: riskOrders.orderId, command: riskOrders.command })
    if (gone.length === 0) return
    const keys = gone.flatMap(({ command }) => profileKeys(command)).filter(({ kind }) => kind !== 'source')
    await tx.delete(riskChecks).where(
      and(
        eq(riskChecks.store, store),
        inArray(
          riskChecks.orderId,
          gone.map(({ orderId }) => orderId),
        ),
      ),
    )
    if (keys.length > 0)
      await tx
        .delete(riskProfiles)
        .where(
          and(
            eq(riskProfiles.store, store),
            or(...keys.map(({ kind, key }) => and(eq(riskProfiles.kind, kind), eq(riskProfiles.key, key)))),
          ),
        )
  })
}
