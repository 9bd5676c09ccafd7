import { type PlacedOrder, type PlacedShopOrder, PlaceShopOrder, type Store } from '@zhanggui/contract'
import { type OrderLife, openLife } from '@zhanggui/orders'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { moveOrder } from '../../../promotions/orders/move-order.ts'
import { orderMoved } from '../../../promotions/orders/order-moved.ts'
import { placeOrderRow } from '../../../promotions/orders/place-order.ts'
import type { OrderRow } from '../../../promotions/orders/schema.ts'
import { sendCheck, writeCheck } from '../../../risk/checks/begin-check.ts'
import { askRisk, type BuyerToCheck, checkAskedFor } from '../../../risk/orders/judge-order.ts'
import { recordJudgement } from '../../../risk/orders/record-judgement.ts'
import { tradeCoreOf } from '../../core/trade-core-of.ts'
import { isRefused, requireAccepted } from '../../trade-refusal.ts'
import { findShopOrder, keepPlacedOrder, lifeColumns, type OrderKey, readShopOrderRow } from '../order-rows.ts'
import { presentShopOrder } from '../read/present-order.ts'
import type { ShopOrderRow } from '../schema.ts'
import { type Stopwatch, untimed } from '../stopwatch.ts'
import { goodsOfLines } from './order-goods.ts'
import { requireStockOpened } from './require-stock-opened.ts'
import { reserveCommand } from './reserve-command.ts'

type Asked = ReturnType<typeof PlaceShopOrder.parse>
/** What the shop front saw of the buyer says whether several accounts are one person; what the cart itself says comes first. */
function cartWithMarks({ cart, signals, addressKey }: Asked): Asked['cart'] {
  if (cart.buyer?.buyerId === undefined) return cart
  const marks = {
    ...(signals?.device && { device: signals.device }),
    ...(addressKey && { address: addressKey }),
    ...cart.buyer.marks,
  }
  return Object.keys(marks).length === 0 ? cart : { ...cart, buyer: { ...cart.buyer, marks } }
}

type Priced = { row: OrderRow; placed: PlacedOrder }

const lifeOf = ({ row, placed }: Priced, check: BuyerToCheck | undefined): OrderLife =>
  openLife({
    ...(check && { checkUntil: check.until.getTime() }),
    orderId: row.id,
    payableCents: placed.payableCents,
    depositCents: placed.depositCents,
    lines: placed.price.lines.map(({ lineId, skuId, quantity, payableCents }) => ({
      lineId,
      skuId,
      units: quantity,
      payableCents,
    })),
    placedAt: row.placedAt.getTime(),
    holdUntil: row.holdUntil.getTime(),
  })

function newRow(asked: Asked, priced: Priced, check: BuyerToCheck | undefined): ShopOrderRow {
  const { row, placed } = priced
  const { province, city, device, campaign, cart } = asked
  const place = {
    province,
    city,
    channel: cart.channel ?? '',
    device,
    campaign,
    postageCents: placed.price.shippingCents,
  }
  return {
    store: row.store,
    id: row.id,
    version: 1,
    buyer: row.buyer,
    payableCents: placed.payableCents,
    goods: goodsOfLines(row.price),
    place,
    placedAt: row.placedAt,
    ...lifeColumns(lifeOf(priced, check)),
  }
}

/**
 * Stock and risk, in one decision of the core. Where it refuses, the coupons are the buyer's again at once.
 * Shape: the check that the buyer has to pass before paying, where there is one.
 */
async function holdStock(context: Context, asked: Asked, priced: Priced): Promise<BuyerToCheck | undefined> {
  const { row, placed } = priced
  const { store, buyer, placedAt } = row
  try {
    const core = await tradeCoreOf(context, store)
    const request = await askRisk(context, store, await reserveCommand(context, asked, priced))
    const [answer] = await core.submit([request.command])
    const order = { store, orderId: row.id, buyer, cents: placed.payableCents, at: placedAt }
    await recordJudgement(context, order, { command: request.command, answer })
    return checkAskedFor(request, requireAccepted(answer), placedAt)
  } catch (cause) {
    // Whatever else went wrong, nobody knows what the core decided, or another site decides: the same order again goes on from here.
    if (isRefused(cause)) await moveOrder(context, { store: row.store, orderId: row.id }, 'release')
    throw cause
  }
}

const keyOf = ({ store, id: orderId }: Pick<ShopOrderRow, 'store' | 'id'>): OrderKey => ({ store, orderId })

/** An order that can be paid at once is kept in one statement, for all wait for the one connection of an embedded store. */
async function keepPlain({ records }: Context, row: ShopOrderRow): Promise<ShopOrderRow> {
  // The same order came twice at once: the other one was kept.
  return (await keepPlacedOrder(records.db, row)) ? row : readShopOrderRow(records.db, keyOf(row))
}

async function keepToCheck(context: Context, row: ShopOrderRow, check: BuyerToCheck): Promise<ShopOrderRow> {
  let code: string | undefined
  const kept = await context.records.transaction(async (tx) => {
    if (!(await keepPlacedOrder(tx, row))) return readShopOrderRow(tx, keyOf(row))
    code = await writeCheck(context, tx, keyOf(row), check)
    return row
  })
  if (code !== undefined) await sendCheck(context, keyOf(row), { ...check, code })
  return kept
}

const keep = (context: Context, row: ShopOrderRow, check: BuyerToCheck | undefined): Promise<ShopOrderRow> =>
  check ? keepToCheck(context, row, check) : keepPlain(context, row)

/**
 * Places an order (P7.01): it is priced and its coupons are locked, then its stock is held and its risk judged, then it is kept with
 * the duty to write its facts. A crash between two of these leaves holds that end by themselves, and the same order again goes on
 * where it stopped. The same order again gives the same answer.
 * Goods whose stock was never opened are refused before anything is held, so that the number is still good once it is.
 * Errors: as `placeOrder` of promotions; `TradeRefusal` with the core's word (`out_of_stock`, `risk_denied` …); `order_stock_missing`;
 * `order_number_spent` for a number that was refused before.
 */
export async function placeShopOrder(
  context: Context,
  store: Store,
  input: PlaceShopOrder,
  watch: Stopwatch = untimed,
): Promise<PlacedShopOrder> {
  const asked = parseInput(PlaceShopOrder, input)
  await requireStockOpened(context, store, asked)
  const { orderId, expectPayableCents, holdMinutes } = asked
  const { placed, row, isNew } = await watch('price', () =>
    placeOrderRow(context, store, {
      orderId,
      cart: cartWithMarks(asked),
      holdMinutes,
      ...(expectPayableCents !== undefined && { expectPayableCents }),
    }),
  )
  const before = isNew ? undefined : await findShopOrder(context.records.db, { store: store.id, orderId })
  if (before) return { ...presentShopOrder(before, context.clock.now()), price: placed.price }
  if (row.state === 'released') throw new ApiFailure('order_number_spent', { order: orderId })
  if (row.state !== 'locked') throw orderMoved(orderId, row.state)
  const priced = { row, placed }
  const check = await watch('core', () => holdStock(context, asked, priced))
  const kept = await watch('records', () => keep(context, newRow(asked, priced, check), check))
  return { ...presentShopOrder(kept, context.clock.now()), price: placed.price }
}
