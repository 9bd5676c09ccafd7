import type { CartFault, PriceCart, Store } from '@zhanggui/contract'
import type { Cart, CartLine } from '@zhanggui/promotion'
import { MAX_LINES } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { type PriceRevision, readPriceRevision } from '../records/price-revision.ts'
import { cartFailure, faultOf } from './cart-fault.ts'
import { goodsOfCart } from './goods-of-cart.ts'
import type { Goods } from './goods-rows.ts'
import { type KnownBuyer, readBuyer } from './read-buyer.ts'

type AskedLine = PriceCart['lines'][number]

/** A cart as the engine prices it, with what was looked up for it; `revision` was read before anything else. */
export type ResolvedCart = {
  cart: Cart
  buyer: KnownBuyer
  goods: ReadonlyMap<string, Goods>
  at: Date
  revision: PriceRevision
}

const unknownSku = (lineId: string, { skuId }: AskedLine): CartFault => ({
  code: 'unknown_sku',
  lineId,
  zh: `没有“${skuId}”这个商品。请核对编号，或先导入商品资料`,
  en: `There is no product "${skuId}". Check the id, or import the product first`,
})

const noPrice = (lineId: string, { skuId }: AskedLine): CartFault => ({
  code: 'no_price',
  lineId,
  zh: `商品“${skuId}”没有一口价。请先在商品资料里填写`,
  en: `Product "${skuId}" has no list price. Enter it in the product master first`,
})

const optional = <K extends string, V>(key: K, value: V | undefined | ''): { [key in K]?: V } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { [key in K]?: V })

function resolveLine(
  line: AskedLine,
  given: { lineId: string; shopId: string; goods: Goods | undefined; floor: number | undefined },
): CartLine | CartFault {
  const { goods, lineId, floor } = given
  const unitCents = line.unitCents ?? goods?.unitCents
  if (!goods && line.unitCents === undefined) return unknownSku(lineId, line)
  if (unitCents === undefined || unitCents === null) return noPrice(lineId, line)
  return {
    lineId,
    skuId: line.skuId,
    spuId: line.spuId ?? goods?.spuId ?? line.skuId,
    shopId: line.shopId ?? given.shopId,
    ...optional('categoryId', line.categoryId ?? goods?.categoryId),
    ...optional('brandId', line.brandId ?? goods?.brandId),
    ...optional('tags', line.tags),
    unitCents: unitCents as CartLine['unitCents'],
    quantity: line.quantity,
    ...optional('floorCents', (line.floorCents ?? floor) as CartLine['floorCents']),
  }
}

const isFault = (line: CartLine | CartFault): line is CartFault => 'code' in line

/** Ids of lines that were left out count up; four digits keep ten thousand lines in the order in which they were sent. */
const placeId = (index: number): string => `l${String(index + 1).padStart(4, '0')}`

function requireLines({ lines }: PriceCart): void {
  if (lines.length > MAX_LINES)
    throw cartFailure([faultOf({ code: 'too_many_lines', lines: lines.length, most: MAX_LINES })])
}

function assemble(
  asked: PriceCart,
  lines: readonly CartLine[],
  given: { at: Date; buyer: KnownBuyer; shopId: string },
): Cart {
  const { shipping, claims, tickets, timesUsed, unitsUsed, pointsToUse, giftStock, channel, region, payment } = asked
  const { buyer } = given
  const known =
    buyer.hash === null ? { timesUsed, unitsUsed } : { timesUsed: buyer.timesUsed, unitsUsed: buyer.unitsUsed }
  return {
    at: given.at.toISOString(),
    buyer: buyer.buyer,
    lines,
    ...(shipping && { shipping: shipping.map(({ shopId = given.shopId, feeCents }) => ({ shopId, feeCents })) }),
    ...optional('claims', claims),
    ...optional('tickets', tickets),
    ...optional('timesUsed', known.timesUsed),
    ...optional('unitsUsed', known.unitsUsed),
    ...optional('pointsToUse', pointsToUse),
    ...optional('giftStock', giftStock),
    ...optional('channel', channel),
    ...optional('region', region),
    ...optional('payment', payment),
  } as unknown as Cart
}

/**
 * Fills a cart in with what the shop's records and facts say: price, listing, category, brand, floor, buyer.
 * Errors: throws `cart_faults` with every line that cannot be resolved; nothing is priced then.
 */
export async function resolveCart(context: Context, store: Store, asked: PriceCart): Promise<ResolvedCart> {
  requireLines(asked)
  const at = asked.at === undefined ? context.clock.now() : new Date(asked.at)
  const skuIds = asked.lines.map(({ skuId }) => skuId)
  const revision = await readPriceRevision(context.records, store.id)
  const { goods, floors } = await goodsOfCart(context, store.id, { skuIds, at, revision: revision.goods })
  const resolved = asked.lines.map((line, i) => {
    const lineId = line.lineId ?? placeId(i)
    return resolveLine(line, { lineId, shopId: store.id, goods: goods.get(line.skuId), floor: floors.get(line.skuId) })
  })
  const faults = resolved.filter(isFault)
  if (faults.length > 0) throw cartFailure(faults)
  const lines = resolved.filter((line): line is CartLine => !isFault(line))
  const buyer = await readBuyer(context, store, asked.buyer)
  return { cart: assemble(asked, lines, { at, buyer, shopId: store.id }), buyer, goods, at, revision }
}
