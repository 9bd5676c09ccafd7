import type { LifeRefusal } from './life-command.ts'
import type { LifeEffect, LifeEvent } from './life-effect.ts'
import type { LifePolicy } from './life-policy.ts'
import type { AfterSaleCase, OrderLife, Parcel, Payment } from './order-life.ts'

/** The order after a command, what happened, and what has to happen outside. Nothing of all that for a repeat. */
export type Decision = { order: OrderLife; events: readonly LifeEvent[]; effects: readonly LifeEffect[] }

export type Decided = { ok: true; value: Decision } | { ok: false; error: LifeRefusal }

/** `now` in UTC ms and the rules of time, for every rule of the machine. */
export type LifeMoment = { now: number; policy: LifePolicy }

export type NewEffect = LifeEffect extends infer E ? (E extends { n: number } ? Omit<E, 'n'> : never) : never

export const refused = (error: LifeRefusal): Decided => ({ ok: false, error })

export const unchanged = (order: OrderLife): Decided => ({ ok: true, value: { order, events: [], effects: [] } })

/** Numbers effects and keeps them open until they are answered. */
export function decided(order: OrderLife, events: readonly LifeEvent[], effects: readonly NewEffect[] = []): Decided {
  const numbered = effects.map((effect, i) => ({ ...effect, n: order.effects + i + 1 }) as LifeEffect)
  const open = numbered.map((effect) => ({
    n: effect.n,
    kind: effect.kind,
    caseId: 'caseId' in effect ? effect.caseId : '',
    paymentId: 'paymentId' in effect ? effect.paymentId : '',
    cents: 'cents' in effect ? effect.cents : 0,
  }))
  const after = { ...order, effects: order.effects + numbered.length, open: [...order.open, ...open] }
  return { ok: true, value: { order: after, events, effects: numbered } }
}

/** Two decisions, one after the other, as one. */
export function andThen(first: Decided, next: (order: OrderLife) => Decided): Decided {
  if (!first.ok) return first
  const second = next(first.value.order)
  if (!second.ok) return second
  const { order, events, effects } = second.value
  return {
    ok: true,
    value: { order, events: [...first.value.events, ...events], effects: [...first.value.effects, ...effects] },
  }
}

export const withCase = (order: OrderLife, changed: AfterSaleCase): OrderLife => ({
  ...order,
  cases: order.cases.map((known) => (known.caseId === changed.caseId ? changed : known)),
})

export const withParcel = (order: OrderLife, changed: Parcel): OrderLife => ({
  ...order,
  parcels: order.parcels.map((known) => (known.parcelId === changed.parcelId ? changed : known)),
})

export const withPayment = (order: OrderLife, changed: Payment): OrderLife => ({
  ...order,
  payments: order.payments.map((known) => (known.paymentId === changed.paymentId ? changed : known)),
})
