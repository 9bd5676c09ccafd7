import { AdjustTradeItem, ChangeTradeTerms, type TradeItem } from '@zhanggui/contract'
import type { CommandBody } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { tradeCoreOf } from '../core/trade-core-of.ts'
import { newCommandId } from '../new-command-id.ts'
import { idOfText } from '../trade-id.ts'
import { requireAccepted } from '../trade-refusal.ts'
import { itemBookOf } from './item-book.ts'
import { bookedItem } from './number-of.ts'
import { readTradeItem } from './read-item.ts'
import { termsOf } from './terms-of.ts'

type Change = { item: string; id?: string | undefined; body: CommandBody; after: unknown; reason?: string }

/** Has the core do it and writes it into the trail; a repeat of the same id is done and written once. */
async function change(
  context: Context,
  caller: ResourceCaller,
  { item, id, body, after, reason }: Change,
): Promise<TradeItem> {
  const { store, actor } = caller
  const core = await tradeCoreOf(context, store)
  await auditedTransaction(context, async (_tx, record) => {
    const head = { id: id === undefined ? newCommandId() : idOfText(id), issuedAt: context.clock.now().getTime() }
    const [answer] = await core.submit([{ ...head, ...body }])
    if (requireAccepted(answer).repeated) return
    const subject = `trade-items/${item}`
    await record({ store, actor, action: 'update', subject, after, ...(reason !== undefined && { reason }) })
  })
  return readTradeItem(context, store, item)
}

/**
 * More or less to sell. The same id again is the same adjustment.
 * Errors: throws `invalid_request`, `not_found`, `TradeRefusal` (`stock_below_zero`, `id_reused` …), `trade_damaged`.
 */
export async function adjustTradeItem(
  context: Context,
  caller: ResourceCaller,
  item: string,
  input: AdjustTradeItem,
): Promise<TradeItem> {
  const { id, delta, reason } = parseInput(AdjustTradeItem, input)
  const book = itemBookOf(context, caller.store)
  await book.know([item])
  const { number } = bookedItem(book, item)
  return change(context, caller, {
    item,
    id,
    body: { kind: 'adjustStock', item: number, delta },
    after: { delta },
    reason,
  })
}

/** The terms from now on, whole. Errors: as `adjustTradeItem`, and `not_found` for a limit group that is not open. */
export async function changeTradeTerms(
  context: Context,
  caller: ResourceCaller,
  item: string,
  input: ChangeTradeTerms,
): Promise<TradeItem> {
  const asked = parseInput(ChangeTradeTerms, input)
  const book = itemBookOf(context, caller.store)
  await book.reload()
  const { number } = bookedItem(book, item)
  const terms = termsOf(book, asked.terms)
  return change(context, caller, {
    item,
    body: { kind: 'changeTerms', item: number, closed: asked.closed, terms },
    after: asked,
  })
}
