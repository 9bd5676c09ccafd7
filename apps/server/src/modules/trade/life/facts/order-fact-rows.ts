import { createHash } from 'node:crypto'
import { ORDER_STATUSES, type OrderStatus } from '@zhanggui/facts'
import { allocate, businessDayOf, cents } from '@zhanggui/kernel'
import type { LifeStage, OrderLife } from '@zhanggui/orders'
import type { LineGoods, OrderPlace, ShopOrderRow } from '../schema.ts'

const STATUS_OF: Readonly<Record<LifeStage, OrderStatus>> = {
  placed: 'unpaid',
  settling: 'unpaid',
  deposit: 'unpaid',
  paid: 'paid',
  shipped: 'shipped',
  received: 'done',
  cancelled: 'closed',
}

/** As imports count versions: the further status wins, then the later decision. */
const RANK_STEP = 2 ** 40

export type OrderFactRow = Record<string, string | number | null>

/** A case's refund by line, in proportion to what its units cost. */
function refundsByLine(life: OrderLife): Map<string, number> {
  const refunds = new Map<string, number>()
  for (const { lines, refundCents } of life.cases) {
    if (refundCents === 0) continue
    const weights = lines.map(({ lineId, units }) => {
      const line = life.lines.find((known) => known.lineId === lineId)
      return line ? Math.max(1, Math.round((line.payableCents * units) / line.units)) : 1
    })
    allocate(cents(refundCents), weights).forEach((part, i) => {
      const lineId = lines[i]?.lineId ?? ''
      refunds.set(lineId, (refunds.get(lineId) ?? 0) + part)
    })
  }
  return refunds
}

/** Everything goes back when a paid order is cancelled. */
const isUndone = ({ stage, cancelReason, paidAt }: OrderLife): boolean =>
  stage === 'cancelled' && cancelReason !== 'forfeited' && paidAt > 0

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest().readBigUInt64LE(0).toString()

type Place = { row: ShopOrderRow; timezone: string; changedAt: Date }
type Line = { goods: LineGoods; place: OrderPlace; postageCents: number }

function factRow({ row, timezone, changedAt }: Place, { goods, place, postageCents }: Line): OrderFactRow {
  const { life } = row
  const line = life.lines.find(({ lineId }) => lineId === goods.lineId)
  const status = STATUS_OF[life.stage]
  const gmvCents = (line?.payableCents ?? 0) + postageCents
  const isPaid = life.paidAt > 0
  const refundCents = isUndone(life) ? gmvCents : (refundsByLine(life).get(goods.lineId) ?? 0)
  const dayOf = (at: Date): string => businessDayOf(at, timezone)
  const content = {
    store: row.store,
    created_day: dayOf(row.placedAt),
    order_id: row.id,
    line_id: goods.lineId,
    created_at: row.placedAt.toISOString(),
    paid_day: isPaid ? dayOf(new Date(life.paidAt)) : null,
    paid_at: isPaid ? new Date(life.paidAt).toISOString() : null,
    refunded_day: refundCents > 0 ? dayOf(changedAt) : null,
    status,
    kind: 'sale',
    buyer: row.buyer ?? '0',
    province: place.province,
    city: place.city,
    channel: place.channel,
    device: place.device,
    campaign: place.campaign,
    item_id: goods.itemId,
    sku_id: goods.skuId,
    title: goods.title,
    category: goods.category,
    brand: goods.brand,
    is_product: 1,
    quantity: line?.units ?? 0,
    gmv_cents: gmvCents,
    paid_cents: isPaid ? gmvCents : null,
    refund_cents: refundCents,
    discount_cents: goods.cutCents,
    postage_cents: postageCents,
    presale: life.depositCents > 0 ? 1 : 0,
  }
  const version = ORDER_STATUSES.indexOf(status) * RANK_STEP + row.version * 2
  return { ...content, content_hash: hashOf(content), version, import_id: 0 }
}

/**
 * An order as rows of the fact table, one a line; its postage stands with the first. The same version of an order gives the same rows
 * under the same keys, so writing them again replaces them by themselves.
 */
export function orderFactRows(at: Place): OrderFactRow[] {
  const { goods, place } = at.row
  if (place.isForgotten) return []
  return goods.map((line, i) => factRow(at, { goods: line, place, postageCents: i === 0 ? place.postageCents : 0 }))
}
