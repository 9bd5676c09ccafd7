import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { playProgramme } from '../cases/play-programme.ts'
import { ofProgramme, readProgrammeRow } from '../records/programme-rows.ts'
import { programmeCases } from '../schema.ts'
import { type ItemOrder, readItemOrders } from './read-item-orders.ts'

type Counted = { sold: number; returned: number }
type CaseState = { units: readonly ({ skuId: string } & Counted)[] }
export type Collected = { orders: number; soldUnits: number; returnedUnits: number }

/** What the programme has counted of each order and item so far. */
async function countedSoFar(context: Context, key: { store: string; programme: string }) {
  const rows = await context.records.db
    .select({ id: programmeCases.id, state: programmeCases.state })
    .from(programmeCases)
    .where(ofProgramme(programmeCases, key))
  const units = new Map(
    rows.flatMap(({ id, state }) =>
      (state as CaseState).units.map(({ skuId, sold, returned }) => [`${id} ${skuId}`, { sold, returned }] as const),
    ),
  )
  return ({ orderId, skuId }: ItemOrder): Counted => units.get(`${orderId} ${skuId}`) ?? { sold: 0, returned: 0 }
}

/**
 * Counts the shop's own orders and returns into a donation: what was paid within its days, and what has come back since. Only what
 * is not counted yet is posted, so it may be run at any time and again. An order that shrank keeps what was counted of it.
 * Errors: throws `not_found`, `invalid_request` for a programme that is no donation, `programme_not_open`.
 */
export async function collectDonations(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  programme: string,
): Promise<Collected> {
  const key = { store: store.id, programme }
  const row = await readProgrammeRow(context.records.db, key)
  if (row.kind !== 'donation') throw new ApiFailure('invalid_request', { where: 'kind: donation' })
  const { skuIds, fromDay, throughDay } = row.terms as { skuIds: string[]; fromDay: string; throughDay: string }
  const orders = await readItemOrders(context, store.id, { skuIds, fromDay, throughDay })
  const countedOf = await countedSoFar(context, key)
  const collected: Collected = { orders: orders.length, soldUnits: 0, returnedUnits: 0 }
  const post = async (order: ItemOrder, command: 'countSale' | 'countReturn', units: number) => {
    if (units <= 0) return 0
    const { orderId: caseId, skuId, paidDay } = order
    const total = command === 'countSale' ? order.soldUnits : order.returnedUnits
    const commandId = `${command}:${caseId.slice(-40)}:${skuId.slice(-20)}:${total}`
    const values = { skuId, units, ...(command === 'countSale' && { paidDay }) }
    await playProgramme(context, caller, store, { programme, play: { commandId, command, caseId, values } })
    return units
  }
  for (const order of orders) {
    const { sold, returned } = countedOf(order)
    collected.soldUnits += await post(order, 'countSale', order.soldUnits - sold)
    collected.returnedUnits += await post(order, 'countReturn', order.returnedUnits - returned)
  }
  return collected
}
