import { randomUUID } from 'node:crypto'
import { AskPayout, type Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { requestApproval } from '../../../admin/approvals/request-approval.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { tickCases } from '../cases/tick-cases.ts'
import { accountsOf } from '../ledger/read-balances.ts'
import { readProgrammeRow } from '../records/programme-rows.ts'
import { programmePayouts } from '../schema.ts'
import { isPayable, ownPayout, PROGRAMME_PAYOUT, requireOpen } from './payout-approval.ts'

/**
 * Asks for what is owed to a party to be paid, or for what it owes to be booked as come in.
 * Shape: the payout's id, and whether it is booked now or which request waits.
 * Errors: throws `not_found`, `programme_payout_over` when less is open.
 */
export async function askPayout(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { programme: string; input: AskPayout },
): Promise<{ id: string; performed: boolean; request: string | null }> {
  const { reason, ...asked } = parseInput(AskPayout, given.input)
  const key = { store: store.id, programme: given.programme }
  const { db } = context.records
  const row = await readProgrammeRow(db, key)
  const name = accountsOf(row)[asked.account]
  if (!name || !isPayable(asked.account)) throw new ApiFailure('not_found', { what: `accounts/${asked.account}` })
  await tickCases(context, store, given.programme)
  await requireOpen(db, key, asked)
  const id = randomUUID()
  await db
    .insert(programmePayouts)
    .values({ ...key, id, ...asked, askedBy: caller.actor, askedAt: context.clock.now() })
  const payload = {
    programme: given.programme,
    name: row.name,
    payout: id,
    accountZh: name.zh,
    accountEn: name.en,
    timezone: store.timezone,
    ...asked,
  }
  const outcome = await requestApproval(context, PROGRAMME_PAYOUT, caller, {
    payload,
    reason: reason || asked.proof,
  })
  const request = outcome.request?.id ?? null
  await db.update(programmePayouts).set({ request }).where(ownPayout(key, id))
  return { id, performed: outcome.performed, request }
}
