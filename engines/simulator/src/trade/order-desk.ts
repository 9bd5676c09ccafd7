import { allocate, type BusinessDay, cents, multiplyDivide, type Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import type { Catalogue, Item } from '../catalogue/build-catalogue.ts'
import type { Person } from '../people/person-pool.ts'
import { TIERS } from '../people/tiers.ts'
import type { OrderLineRow } from '../rows.ts'
import type { Channel } from '../traffic/channels.ts'
import { PLACES } from '../traffic/places.ts'
import type { PricedLine } from './basket.ts'
import { createOrderIds } from './order-ids.ts'
import { drawRefund, type Refund } from './refunds.ts'

/** What the desk needs to know of an order that a visit places. `payment` is null when it will never be paid. */
export type OrderRequest = {
  mood: DayMood
  person: Person
  channel: Channel
  device: string
  at: number
  presale: boolean
  payment: { index: number; at: number } | null
  /** A bought order (刷单) is never given back. */
  keep: boolean
  lines: readonly PricedLine[]
}

const PAYMENT_FEE_BP = 60
const INSURANCE_CENTS = 90
const DISPATCH_DAYS = 1
const DELIVERED_DAYS = 6

/** Turns placed baskets into order lines with everything that becomes of them up to the market's last day. */
export class OrderDesk {
  private readonly catalogue: Catalogue
  private readonly days: readonly BusinessDay[]
  private readonly refundRate: (item: Item, paidIndex: number) => number
  private readonly nextId = createOrderIds()
  /** Refunds completed, by day index. */
  readonly refundedCents: number[]

  constructor(
    catalogue: Catalogue,
    days: readonly BusinessDay[],
    refundRate: (item: Item, paidIndex: number) => number,
  ) {
    this.catalogue = catalogue
    this.days = days
    this.refundRate = refundRate
    this.refundedCents = days.map(() => 0)
  }

  place(request: OrderRequest, rng: Rng): OrderLineRow[] {
    const { person, lines, payment } = request
    const orderId = this.nextId(person.id)
    const ids = lines.map((_, i) => (i === 0 ? orderId : this.nextId(person.id)))
    const quantities = lines.map((l) => l.quantity)
    const worth = lines.map((l) => l.goodsCents)
    const dispatched = payment !== null && payment.index + DISPATCH_DAYS < this.days.length
    const freight = allocate(cents(dispatched ? this.freightCents(request) : 0), quantities)
    const insurance = allocate(cents(payment ? INSURANCE_CENTS : 0), worth)
    return lines.map((line, i) => {
      const paidCents = payment && payment.index < this.days.length ? line.goodsCents + line.postageCents : null
      const refund =
        paidCents === null || request.keep ? null : this.refundOf(line.item, payment?.index ?? 0, paidCents, rng)
      return this.row(request, line, {
        orderId,
        lineId: ids[i] ?? orderId,
        paidCents,
        refund,
        freightCents: refund?.beforeDispatch ? 0 : (freight[i] ?? 0),
        insuranceCents: insurance[i] ?? 0,
      })
    })
  }

  private refundOf(item: Item, paidIndex: number, paidCents: number, rng: Rng): Refund | null {
    const refund = drawRefund({ rate: this.refundRate(item, paidIndex), paidIndex, paidCents }, rng)
    if (!refund || refund.index >= this.days.length) return null
    this.refundedCents[refund.index] = (this.refundedCents[refund.index] ?? 0) + refund.cents
    return refund
  }

  private freightCents({ person, lines }: OrderRequest): number {
    const base = (PLACES[person.place]?.freightYuan ?? 5) * 100
    return Math.round(base * (1 + 0.15 * (lines.length - 1)))
  }

  private row(
    request: OrderRequest,
    line: PricedLine,
    outcome: {
      orderId: string
      lineId: string
      paidCents: number | null
      refund: Refund | null
      freightCents: number
      insuranceCents: number
    },
  ): OrderLineRow {
    const { mood, person, channel, payment } = request
    const { paidCents, refund } = outcome
    const category = this.catalogue.categories[line.item.category]
    const place = PLACES[person.place]
    const kept = cents((paidCents ?? 0) - (refund?.cents ?? 0))
    const rate = (bp: number, amount: number): number =>
      multiplyDivide({ amount: cents(amount), numerator: bp, denominator: 10_000, rounding: 'half_up' })
    return {
      created_day: mood.day,
      order_id: outcome.orderId,
      line_id: outcome.lineId,
      created_at: request.at,
      paid_day: paidCents === null ? null : (this.days[payment?.index ?? -1] ?? null),
      paid_at: paidCents === null ? null : (payment?.at ?? null),
      refunded_day: refund ? (this.days[refund.index] ?? null) : null,
      status: this.status(request, paidCents !== null, refund),
      kind: 'sale',
      buyer: person.id,
      member_tier: TIERS[person.tier]?.name ?? '',
      province: place?.province ?? '',
      city: person.city,
      channel: channel.name,
      device: request.device,
      campaign: mood.campaign,
      item_id: line.item.itemId,
      sku_id: line.sku.skuId,
      title: `${line.item.title} ${line.sku.variant}`,
      category: category?.name ?? '',
      brand: category?.brand ?? '',
      is_product: 1,
      quantity: line.quantity,
      gmv_cents: line.goodsCents + line.postageCents,
      paid_cents: paidCents,
      refund_cents: refund?.cents ?? 0,
      discount_cents: line.discountCents,
      postage_cents: line.postageCents,
      // An order that is not paid, or is given back before the parcel leaves, costs no goods.
      cost_cents: paidCents === null || refund?.beforeDispatch ? 0 : line.sku.costCents * line.quantity,
      commission_cents: rate((category?.commissionBp ?? 0) + channel.affiliateBp, kept),
      freight_cents: outcome.freightCents,
      fee_cents: paidCents === null ? 0 : rate(PAYMENT_FEE_BP, paidCents) + outcome.insuranceCents,
      presale: request.presale ? 1 : 0,
    }
  }

  /** As an export made after the last day would show it. */
  private status({ mood, payment }: OrderRequest, paid: boolean, refund: Refund | null): OrderLineRow['status'] {
    const last = this.days.length - 1
    if (!paid) return payment !== null || mood.index === last ? 'unpaid' : 'closed'
    if (refund?.full) return 'closed'
    const age = last - (payment?.index ?? last)
    if (age >= DELIVERED_DAYS) return 'done'
    return age >= DISPATCH_DAYS ? 'shipped' : 'paid'
  }
}
