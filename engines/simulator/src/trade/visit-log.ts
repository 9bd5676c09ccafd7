import type { Item } from '../catalogue/build-catalogue.ts'
import type { Person } from '../people/person-pool.ts'
import type { EventRow } from '../rows.ts'
import type { OpenDay, Shop } from '../shop.ts'
import type { AdClick } from '../traffic/ad-desk.ts'
import type { Channel } from '../traffic/channels.ts'
import { DEVICES, type Device } from '../traffic/devices.ts'
import { PLACES } from '../traffic/places.ts'

export type Visit = {
  person: Person
  channel: Channel
  /** Milliseconds after midnight. */
  startMs: number
  ad: AdClick | null
  /** The category an advertisement leads to; null leaves the choice to the day. */
  category: number | null
}

export type EventDetail = { query?: string; quantity?: number; amount?: number; dwell?: number }

/** Those who refuse analysis are counted as pages only, without a visitor. Members and customers have agreed to be known. */
const NO_CONSENT_RATE = 0.015

export function refusesAnalysis(today: OpenDay, { person }: Visit): boolean {
  return person.paidOrders === 0 && person.tier === 0 && today.rng.next() < NO_CONSENT_RATE
}

/** Writes down what one visit does; its clock moves on with every step. */
export class VisitLog {
  readonly shop: Shop
  readonly today: OpenDay
  readonly visit: Visit
  readonly device: Device
  readonly anonymous: boolean
  at: number
  private readonly session: number
  private readonly province: string

  constructor(shop: Shop, today: OpenDay, visit: Visit, { anonymous } = { anonymous: false }) {
    this.shop = shop
    this.today = today
    this.visit = visit
    this.device = DEVICES[visit.person.device] as Device
    this.province = PLACES[visit.person.place]?.province ?? ''
    this.anonymous = anonymous
    this.session = this.anonymous ? 0 : shop.nextSession()
    this.at = today.mood.startMs + visit.startMs
  }

  pause(meanMs: number): void {
    this.at += Math.round(meanMs * (0.5 + this.today.rng.next()))
  }

  emit(type: EventRow['type'], page: string, item: Item | null, detail: EventDetail = {}): void {
    this.today.events.push(this.event(type, page, item, detail))
    this.at += 400 + this.today.rng.int(1_600)
  }

  /** The event as it would be written now. */
  event(type: EventRow['type'], page: string, item: Item | null, detail: EventDetail): EventRow {
    const category = item ? this.shop.catalogue.categories[item.category] : undefined
    return {
      day: this.today.mood.day,
      at: this.at,
      type,
      visitor: this.anonymous ? 0 : this.visit.person.id,
      session: this.session,
      item_id: item?.itemId ?? '',
      category: category?.name ?? '',
      brand: category?.brand ?? '',
      channel: this.visit.channel.name,
      device: this.device.name,
      page,
      province: this.province,
      campaign: this.today.mood.campaign,
      query: detail.query ?? '',
      quantity: detail.quantity ?? 0,
      amount_cents: detail.amount ?? 0,
      dwell_ms: detail.dwell ?? 0,
      consent: this.anonymous ? 0 : 1,
      row_key: this.shop.nextEventKey(),
    }
  }
}
