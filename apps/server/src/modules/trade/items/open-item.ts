import { OpenTradeItem, type TradeItem } from '@zhanggui/contract'
import { eq, max } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import type { TradeCore } from '../core/trade-core.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { newCommandId } from '../new-command-id.ts'
import { tradeItems } from '../schema.ts'
import { requireAccepted } from '../trade-refusal.ts'
import { itemBookOf } from './item-book.ts'
import { numberOf } from './number-of.ts'
import { readTradeItem } from './read-item.ts'
import { termsOf } from './terms-of.ts'

/** A number that neither the book nor the core has seen: the core may know one whose booking was lost in a crash. */
async function freeNumber(tx: RecordTx, core: TradeCore, store: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(tradeItems.number) })
    .from(tradeItems)
    .where(eq(tradeItems.store, store))
  let number = (last?.number ?? 0) + 1
  while (await core.readItem(number)) number++
  return number
}

/**
 * Puts an item with its stock into the shop's order core. Booked, opened and audited, or none of it.
 * Errors: throws `invalid_request`, `duplicate_key` for an item that is open, `not_found` for a part or a limit group that
 * is not, `TradeRefusal` for terms that do not hold, `trade_damaged`.
 */
export async function openTradeItem(
  context: Context,
  caller: ResourceCaller,
  input: OpenTradeItem,
): Promise<TradeItem> {
  const asked = parseInput(OpenTradeItem, input)
  const { store, actor } = caller
  const book = itemBookOf(context, store)
  await book.reload()
  if (book.named(asked.item)) throw new ApiFailure('duplicate_key', { key: asked.item })
  const terms = termsOf(book, asked.terms)
  const parts = asked.parts.map(({ item, units }) => ({ item: numberOf(book, item), units }))
  const core = await tradeCoreOf(context, store)
  const { item, title, kind, stock } = asked
  const openedAt = context.clock.now()
  await auditedTransaction(context, async (tx, record) => {
    const number = await freeNumber(tx, core, store)
    const row = { store, number, item, title, kind, openedBy: actor, openedAt }
    const made = await tx.insert(tradeItems).values(row).onConflictDoNothing().returning()
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: item })
    const head = { id: newCommandId(), issuedAt: openedAt.getTime() }
    const [answer] = await core.submit([
      { ...head, kind: 'openItem', item: number, itemKind: kind, stock, terms, parts },
    ])
    requireAccepted(answer)
    await record({ store, actor, action: 'create', subject: `trade-items/${item}`, after: asked })
  })
  await book.reload()
  return readTradeItem(context, store, item)
}
