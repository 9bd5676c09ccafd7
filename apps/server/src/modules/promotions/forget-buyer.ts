import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { promotionCards } from './cards/schema.ts'
import { couponHolders, coupons, couponTries } from './coupons/schema.ts'
import { forgetPlayer } from './games/forget-player.ts'
import { promotionOrders, promotionRuleBuyers } from './orders/schema.ts'
import { personMarks } from './people/schema.ts'
import { pointsAccounts, pointsMoves } from './points/schema.ts'
import { forgetProgrammeBuyer } from './programmes/forget-programme-buyer.ts'

/**
 * Forgets a buyer in coupons, orders, points, games and programmes (P13.09): their rows get a name of their own that nothing leads to, so that
 * limits, budgets and the points ledger stay what they were. Safe to repeat.
 */
export async function forgetBuyer(context: Context, store: string, hash: string): Promise<void> {
  const gone = { buyer: `gone:${randomUUID()}` }
  await context.records.transaction(async (tx) => {
    for (const table of [coupons, couponHolders, promotionOrders, promotionRuleBuyers, promotionCards])
      await tx
        .update(table)
        .set(gone)
        .where(and(eq(table.store, store), eq(table.buyer, hash)))
    await forgetPlayer(tx, { store, hash, gone: gone.buyer })
    await forgetProgrammeBuyer(tx, { store, hash, gone: gone.buyer })
    await tx.delete(personMarks).where(and(eq(personMarks.store, store), eq(personMarks.buyer, hash)))
    await tx.delete(couponTries).where(and(eq(couponTries.store, store), eq(couponTries.who, `buyer:${hash}`)))
    const own = and(eq(pointsAccounts.store, store), eq(pointsAccounts.buyer, hash))
    const [account] = await tx.select().from(pointsAccounts).where(own).for('update')
    if (!account) return
    await tx.insert(pointsAccounts).values({ ...account, ...gone })
    await tx
      .update(pointsMoves)
      .set(gone)
      .where(and(eq(pointsMoves.store, store), eq(pointsMoves.buyer, hash)))
    await tx.delete(pointsAccounts).where(own)
  })
}
