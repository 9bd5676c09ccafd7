import { type Collected, PlayProgramme, type Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { type AskedStep, prepareStep } from '../cases/prepare-step.ts'
import { takeStep } from '../cases/take-step.ts'
import { lockProgramme, ofProgramme, type ProgrammeKey, type Reader } from '../records/programme-rows.ts'
import { type ProgrammeRow, programmeCases } from '../schema.ts'
import { type ItemOrder, readItemOrders } from './read-item-orders.ts'

type Counted = { sold: number; returned: number }
type CaseState = { units: readonly ({ skuId: string } & Counted)[] }
type CollectedItems = Extract<Collected, { kind: 'items' }>

/** Steps of one transaction: a hold on the programme stays short. */
const AT_ONCE = 200

/** What the programme has counted of each order and item so far. */
async function countedSoFar(db: Reader, key: ProgrammeKey): Promise<(order: ItemOrder) => Counted> {
  const rows = await db
    .select({ id: programmeCases.id, state: programmeCases.state })
    .from(programmeCases)
    .where(ofProgramme(programmeCases, key))
  const units = new Map(
    rows.flatMap(({ id, state }) =>
      (state as CaseState).units.map(({ skuId, sold, returned }) => [`${id} ${skuId}`, { sold, returned }] as const),
    ),
  )
  return ({ orderId, skuId }) => units.get(`${orderId} ${skuId}`) ?? { sold: 0, returned: 0 }
}

/** What one order still has to be counted for: what was sold, then what came back. */
function stepsOf(
  { orderId: caseId, skuId, paidDay, soldUnits, returnedUnits }: ItemOrder,
  counted: Counted,
): AskedStep[] {
  const step = (command: string, units: number, more: object) =>
    units <= 0 ? [] : [PlayProgramme.parse({ commandId: '-', command, caseId, values: { skuId, units, ...more } })]
  return [
    ...step('countSale', soldUnits - counted.sold, { paidDay }),
    ...step('countReturn', returnedUnits - counted.returned, {}),
  ]
}

async function takeBatch(
  context: Context,
  tx: RecordTx,
  given: { store: Store; key: ProgrammeKey; orders: readonly ItemOrder[] },
): Promise<{ soldUnits: number; returnedUnits: number }> {
  const { store, key, orders } = given
  let row = await lockProgramme(tx, key)
  // Asked again under the lock: two who collect at the same moment count nothing twice.
  const countedOf = await countedSoFar(tx, key)
  const added = { soldUnits: 0, returnedUnits: 0 }
  for (const asked of orders.flatMap((order) => stepsOf(order, countedOf(order)))) {
    const prepared = await prepareStep(context, store, { row, asked })
    row = (await takeStep(context, tx, { row, prepared })).programme
    added[asked.command === 'countSale' ? 'soldUnits' : 'returnedUnits'] += Number(asked.values.units)
  }
  return added
}

/**
 * Counts the shop's own orders and returns into a donation: what was paid within its days, and what has come back since. An order
 * that shrank keeps what was counted of it.
 */
export async function collectDonations(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  row: ProgrammeRow,
): Promise<CollectedItems> {
  const key = { store: store.id, programme: row.id }
  const { skuIds, fromDay, throughDay } = row.terms as { skuIds: string[]; fromDay: string; throughDay: string }
  const found = await readItemOrders(context, store.id, { skuIds, fromDay, throughDay })
  const countedOf = await countedSoFar(context.records.db, key)
  const open = found.filter((order) => stepsOf(order, countedOf(order)).length > 0)
  const collected: CollectedItems = { kind: 'items', orders: found.length, soldUnits: 0, returnedUnits: 0 }
  for (let i = 0; i < open.length; i += AT_ONCE) {
    const orders = open.slice(i, i + AT_ONCE)
    const added = await auditedTransaction(context, async (tx, record) => {
      const after = await takeBatch(context, tx, { store, key, orders })
      const subject = `programmes/${row.id}`
      await record({ store: store.id, actor: caller.actor, action: 'collect', subject, after })
      return after
    })
    collected.soldUnits += added.soldUnits
    collected.returnedUnits += added.returnedUnits
  }
  return collected
}
