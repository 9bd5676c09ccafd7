import type { PointsAccount, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { postPoints, throughDayOf } from './post-points.ts'
import { pointsOfBuyer } from './read-points.ts'

/** Gives points to a buyer by hand, with the reason in the trail. The same id again changes nothing. */
export async function grantPoints(
  context: Context,
  caller: { store: Store; actor: string },
  given: { id: string; buyerId: string; points: number; validDays: number; reason: string },
): Promise<PointsAccount> {
  const { store, actor } = caller
  const { points, validDays, reason, buyerId } = given
  const { hash: buyer, name } = hashPerson(context, store.id, buyerId)
  const at = context.clock.now()
  const day = businessDayOf(at, store.timezone)
  const id = `grant:${given.id}`
  await auditedTransaction(context, async (tx, record) => {
    const posting = { id, reason, kind: 'grant' as const, points, day, throughDay: throughDayOf(day, validDays) }
    await postPoints(tx, { store: store.id, buyer }, { postings: [posting], day, at })
    const after = { points, validDays }
    await record({ store: store.id, actor, action: 'grant', subject: `points/${name}`, after, reason })
  })
  return pointsOfBuyer(context, store, { buyerId, limit: 50 })
}
