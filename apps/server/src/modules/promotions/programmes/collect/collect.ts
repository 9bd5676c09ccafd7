import type { Collected, Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { engineOf, readProgrammeRow } from '../records/programme-rows.ts'
import { collectDonations } from './collect-donations.ts'
import { collectPurchases } from './collect-purchases.ts'

/**
 * Counts the shop's own records into a programme, as its kind declares. Only what is not counted yet is posted, so it may be run
 * at any time, again, and by two at once.
 * Errors: throws `not_found`, `invalid_request` for a kind that counts nothing, `programme_not_open`.
 */
export async function collect(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  programme: string,
): Promise<Collected> {
  const row = await readProgrammeRow(context.records.db, { store: store.id, programme })
  const { collects } = engineOf(row)
  if (!row.openedAt) throw new ApiFailure('programme_not_open')
  switch (collects?.kind) {
    case 'items':
      return collectDonations(context, caller, store, row)
    case 'purchases':
      return collectPurchases(context, caller, store, { row, collects })
    default:
      throw new ApiFailure('invalid_request', { where: 'kind: one that counts orders of the shop' })
  }
}
