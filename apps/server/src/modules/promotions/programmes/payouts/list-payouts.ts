import type { ProgrammePayout } from '@zhanggui/contract'
import { desc, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { approvals } from '../../../admin/approvals/schema.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import { presentAccount } from '../ledger/read-balances.ts'
import { ofProgramme, type ProgrammeKey, readProgrammeRow } from '../records/programme-rows.ts'
import { type PayoutRow, programmePayouts } from '../schema.ts'

const AT_MOST = 500

/** Requests that are still open at a moment. */
async function waitingAmong(context: Context, rows: readonly PayoutRow[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ request }) => request ?? [])
  if (ids.length === 0) return new Set()
  const found = await context.records.db.select().from(approvals).where(inArray(approvals.id, ids))
  const now = context.clock.now()
  return new Set(found.filter(({ state, expiresAt }) => state === 'waiting' && expiresAt > now).map(({ id }) => id))
}

/** Payouts of a programme, the newest first. Errors: throws `not_found`. */
export async function listPayouts(context: Context, key: ProgrammeKey): Promise<ProgrammePayout[]> {
  const { db } = context.records
  const programme = await readProgrammeRow(db, key)
  const rows = await db
    .select()
    .from(programmePayouts)
    .where(ofProgramme(programmePayouts, key))
    .orderBy(desc(programmePayouts.askedAt), desc(programmePayouts.id))
    .limit(AT_MOST)
  const waiting = await waitingAmong(context, rows)
  const names = await namesOfActors(
    context,
    rows.flatMap(({ askedBy, bookedBy }) => [askedBy, bookedBy ?? '']),
  )
  return rows.map(({ id, account, cents, direction, proof, request, askedBy, askedAt, bookedBy, bookedAt }) => {
    const { nameZh, nameEn } = presentAccount(programme, account)
    return {
      id,
      account,
      accountZh: nameZh,
      accountEn: nameEn,
      cents,
      direction,
      proof,
      state: bookedAt ? 'booked' : waiting.has(request ?? '') ? 'waiting' : 'refused',
      request,
      askedBy: names.get(askedBy) ?? askedBy,
      askedAt: askedAt.toISOString(),
      bookedBy: bookedBy && (names.get(bookedBy) ?? bookedBy),
      bookedAt: bookedAt?.toISOString() ?? null,
    }
  })
}
