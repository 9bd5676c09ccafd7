import {
  type Answer,
  type Command,
  type CommandBody,
  type LifeAnswer,
  type LineUnits,
  NO_SIGNALS,
  type OrderView,
} from '@zhanggui/orders'
import type { Context } from '../../../../context.ts'
import { tradeCoreOf } from '../../core/trade-core-of.ts'
import { itemBookOf } from '../../items/item-book.ts'
import { stockNames, stockNumber } from '../../items/lot.ts'
import { numberOf } from '../../items/number-of.ts'
import { NO_KEY } from '../../trade-keys.ts'
import { coreIdOf } from '../core-id.ts'
import type { ShopOrderRow } from '../schema.ts'
import { EffectPending, type EffectTask } from './carry-out.ts'

/** Answers that are none: nothing was decided, and the same id may come again. */
const AGAIN: readonly Answer['code'][] = ['busy', 'journal_failed', 'core_full', 'from_future']

/** The units are the order's; they are not, and never will be. Anything else waits. */
const TAKEN: readonly Answer['code'][] = ['accepted', 'accepted_late', 'already_paid']
const GONE: readonly Answer['code'][] = [
  'refund_due',
  'already_lapsed',
  'already_released',
  'already_refunded',
  'order_unknown',
]

type Step = { row: ShopOrderRow; issuedAt: Date; parts: readonly (string | number)[] }

async function send(context: Context, { row, issuedAt, parts }: Step, body: CommandBody): Promise<Answer> {
  const core = await tradeCoreOf(context, row.store)
  const command: Command = { id: coreIdOf(row.id, ...parts), issuedAt: issuedAt.getTime(), ...body }
  const [answer] = await core.submit([command])
  if (!answer || AGAIN.includes(answer.code)) throw new EffectPending(answer?.code ?? 'no_answer')
  if (answer.code !== 'too_old') return answer
  // The core has forgotten ids of that age; a fresh one is decided by the order as it stands, which is what makes it harmless.
  const [fresh] = await core.submit([
    { ...command, id: coreIdOf(row.id, ...parts, 'again'), issuedAt: context.clock.now().getTime() },
  ])
  if (!fresh || AGAIN.includes(fresh.code)) throw new EffectPending(fresh?.code ?? 'no_answer')
  return fresh
}

const viewOf = async (context: Context, row: ShopOrderRow): Promise<OrderView | undefined> =>
  (await tradeCoreOf(context, row.store)).readOrder(coreIdOf(row.id))

/** Stock becomes the order's with its money; late money takes it again while there is some. */
export async function takeStock(
  context: Context,
  { row, effect, issuedAt }: EffectTask<'takeStock'>,
): Promise<LifeAnswer> {
  const { n, part, cents } = effect
  const order = coreIdOf(row.id)
  const body: CommandBody =
    part === 'deposit'
      ? { kind: 'payDeposit', order, amountCents: cents, balanceCents: row.payableCents - cents }
      : { kind: 'pay', order, amountCents: cents }
  const { code } = await send(context, { row, issuedAt, parts: [n] }, body)
  if (TAKEN.includes(code)) return { kind: 'stockTaken', n }
  if (GONE.includes(code)) return { kind: 'stockGone', n }
  // Such as a balance that came before its window: the money waits with the order, and so does whoever looks at it.
  throw new EffectPending(code)
}

export async function releaseStock(
  context: Context,
  { row, effect, issuedAt }: EffectTask<'releaseStock'>,
): Promise<LifeAnswer> {
  const { n } = effect
  await send(context, { row, issuedAt, parts: [n] }, { kind: 'release', order: coreIdOf(row.id) })
  return { kind: 'effectDone', n }
}

/** What a whole order has not given back yet, presents included. */
const linesLeft = (view: OrderView | undefined): { item: number; units: number }[] =>
  (view?.lines ?? []).flatMap(({ item, quantity, returned }) =>
    quantity > returned ? [{ item, units: quantity - returned }] : [],
  )

async function itemsOf(context: Context, row: ShopOrderRow, lines: readonly LineUnits[]) {
  const book = itemBookOf(context, row.store)
  const skus = lines.map(({ lineId, units }) => ({
    skuId: row.life.lines.find((line) => line.lineId === lineId)?.skuId ?? '',
    units,
  }))
  const { channel } = row.place
  await book.know(skus.flatMap(({ skuId }) => stockNames(skuId, channel)))
  return skus.map(({ skuId, units }) => ({ item: stockNumber(book, skuId, channel) ?? numberOf(book, skuId), units }))
}

/**
 * Units come back to stock, or are written off. What the core no longer knows of the order, because it is too long ago or was sent
 * as a replacement, is put back as an adjustment.
 */
export async function returnStock(
  context: Context,
  { row, effect, issuedAt }: EffectTask<'returnStock'>,
): Promise<LifeAnswer> {
  const { n, caseId, scrap } = effect
  const order = coreIdOf(row.id)
  const wanted = caseId === '' ? linesLeft(await viewOf(context, row)) : await itemsOf(context, row, effect.lines)
  for (const { item, units } of wanted) {
    const step = { row, issuedAt, parts: [n, item] }
    const { code } = await send(context, step, {
      kind: 'returnGoods',
      order,
      item,
      quantity: units,
      scrap,
      restoreLimit: true,
    })
    if (code === 'accepted' || scrap) continue
    await send(context, { ...step, parts: [n, item, 'by hand'] }, { kind: 'adjustStock', item, delta: units })
  }
  return { kind: 'effectDone', n }
}

/** What is sent instead is sold at once, under a number of its own. */
export async function takeReplacement(
  context: Context,
  { row, effect, issuedAt }: EffectTask<'takeReplacement'>,
): Promise<LifeAnswer> {
  const { n, lines } = effect
  const wanted = await itemsOf(context, row, lines)
  const { code } = await send(
    context,
    { row, issuedAt, parts: [n] },
    {
      kind: 'reserve',
      // A replacement is no purchase: nobody's limit counts it.
      buyer: NO_KEY,
      address: NO_KEY,
      amountCents: 0,
      holdMs: 0,
      paid: true,
      signals: { ...NO_SIGNALS, verified: true },
      lines: wanted.map(({ item, units }) => ({ item, quantity: units, version: 0 })),
    },
  )
  return { kind: code === 'accepted' ? 'replacementTaken' : 'replacementGone', n }
}
