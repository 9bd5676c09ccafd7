import type { AlertInbox, Role } from '@zhanggui/contract'
import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { alertInbox, alertInboxRead } from '../schema.ts'

const NOTICES_MAX = 100

/** The owner of the installation holds every role of every shop. */
const toCaller = ({ store, role }: ResourceCaller) =>
  and(eq(alertInbox.store, store), role === 'owner' ? undefined : eq(alertInbox.role, role))

/** What was told to the caller's role, newest first, and how much of it they have not seen. */
export async function readInbox(context: Context, caller: ResourceCaller): Promise<AlertInbox> {
  const { db } = context.records
  const mine = and(eq(alertInboxRead.store, caller.store), eq(alertInboxRead.person, caller.actor))
  const [seen] = await db.select().from(alertInboxRead).where(mine)
  const rows = await db
    .select()
    .from(alertInbox)
    .where(toCaller(caller))
    .orderBy(desc(alertInbox.sequence))
    .limit(NOTICES_MAX)
  const [unread] = await db
    .select({ n: count() })
    .from(alertInbox)
    .where(and(toCaller(caller), gt(alertInbox.sequence, seen?.upTo ?? 0)))
  return {
    unread: unread?.n ?? 0,
    notices: rows.map(({ sequence, role, severity, titleZh, titleEn, incidents, at }) => ({
      sequence,
      to: role as Role,
      severity,
      titleZh,
      titleEn,
      incidents,
      at: at.toISOString(),
    })),
  }
}

/** The caller has seen everything up to a message; an older mark does not bring back what was seen. */
export async function markRead(context: Context, { store, actor }: ResourceCaller, upTo: number): Promise<void> {
  await context.records.db
    .insert(alertInboxRead)
    .values({ store, person: actor, upTo })
    .onConflictDoUpdate({
      target: [alertInboxRead.store, alertInboxRead.person],
      set: { upTo: sql`greatest(${alertInboxRead.upTo}, excluded.up_to)` },
    })
}
