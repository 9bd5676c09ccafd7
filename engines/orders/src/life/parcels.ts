import { andThen, type Decided, decided, type LifeMoment, refused, unchanged, withParcel } from './decision.ts'
import type { LifeRefusal, ParcelPlan } from './life-command.ts'
import type { OrderLife, Parcel, ParcelState } from './order-life.ts'
import { isAllSent, unitsFault, unitsToPlan, unitsUnsent } from './units.ts'

const NO_TIMES = { trackingNo: '', sentAt: 0, scannedAt: 0, deliveredAt: 0 }

const isSamePlan = (known: Parcel, plan: ParcelPlan): boolean =>
  known.warehouse === plan.warehouse && JSON.stringify(known.lines) === JSON.stringify(plan.lines)

function planFault(order: OrderLife, { parcelId, lines }: ParcelPlan): LifeRefusal | undefined {
  if (order.parcels.some((known) => known.parcelId === parcelId)) return 'parcel_exists'
  const fault = unitsFault(order, lines)
  if (fault) return fault
  const isTooMuch = lines.some(({ lineId, units }) => {
    const line = order.lines.find((known) => known.lineId === lineId)
    return line === undefined || units > unitsToPlan(order, line)
  })
  return isTooMuch ? 'units_differ' : undefined
}

/** Which warehouse sends what, all parcels or none. Units may be left for a later plan. */
export function planParcels(order: OrderLife, plans: readonly ParcelPlan[]): Decided {
  const isRepeat = plans.every((plan) =>
    order.parcels.some((known) => known.parcelId === plan.parcelId && isSamePlan(known, plan)),
  )
  if (plans.length > 0 && isRepeat) return unchanged(order)
  if (order.stage !== 'paid') return refused('wrong_stage')
  let after = order
  for (const plan of plans) {
    const fault = planFault(after, plan)
    if (fault) return refused(fault)
    after = { ...after, parcels: [...after.parcels, { ...plan, ...NO_TIMES, forCase: '', state: 'planned' }] }
  }
  return decided(after, plans.length > 0 ? [{ kind: 'parcels_planned' }] : [])
}

/** Whether sending would take units that an open case lets go. */
const takesLetGo = (order: OrderLife, parcel: Parcel): boolean =>
  parcel.forCase === '' &&
  parcel.lines.some(({ lineId, units }) => {
    const line = order.lines.find((known) => known.lineId === lineId)
    return line === undefined || units > unitsUnsent(order, line)
  })

export function sendParcel(
  order: OrderLife,
  given: { parcelId: string; carrier: string; trackingNo: string },
  { now }: LifeMoment,
): Decided {
  const parcel = order.parcels.find(({ parcelId }) => parcelId === given.parcelId)
  if (!parcel) return refused('parcel_unknown')
  const { carrier, trackingNo } = given
  if (parcel.state !== 'planned') return parcel.trackingNo === trackingNo ? unchanged(order) : refused('parcel_state')
  if (takesLetGo(order, parcel)) return refused('case_state')
  const sent = withParcel(order, { ...parcel, carrier, trackingNo, state: 'sent', sentAt: now, scannedAt: now })
  const event = { kind: 'parcel_sent' as const, parcelId: parcel.parcelId }
  return andThen(decided(sent, [event]), (after) => shippedWhenAllSent(after, now))
}

/** An order whose last open unit was sent, or let go, is on its way. */
export function shippedWhenAllSent(order: OrderLife, now: number): Decided {
  if (order.stage !== 'paid' || !isAllSent(order)) return unchanged(order)
  return decided({ ...order, stage: 'shipped', shippedAt: now }, [{ kind: 'shipped' }])
}

const MOVES = {
  scanParcel: { from: ['sent'], to: 'sent', event: 'parcel_scanned' },
  deliverParcel: { from: ['sent', 'lost'], to: 'delivered', event: 'parcel_delivered' },
  loseParcel: { from: ['sent'], to: 'lost', event: 'parcel_lost' },
} as const satisfies Record<string, { from: readonly ParcelState[]; to: ParcelState; event: string }>

/** What the carrier says of a parcel. A parcel that was given up and turns up after all is delivered. */
export function moveParcel(
  order: OrderLife,
  { kind, parcelId }: { kind: keyof typeof MOVES; parcelId: string },
  { now }: LifeMoment,
): Decided {
  const parcel = order.parcels.find((known) => known.parcelId === parcelId)
  if (!parcel) return refused('parcel_unknown')
  const { from, to, event } = MOVES[kind]
  if (parcel.state === to && to !== 'sent') return unchanged(order)
  if (!(from as readonly ParcelState[]).includes(parcel.state)) return refused('parcel_state')
  const deliveredAt = to === 'delivered' ? now : parcel.deliveredAt
  const moved = withParcel(order, { ...parcel, state: to, scannedAt: now, deliveredAt })
  return decided(moved, [{ kind: event, parcelId }])
}

/** The buyer has everything, or the time to object is over. */
export function receive(order: OrderLife, { by }: { by: 'buyer' | 'time' }, { now }: LifeMoment): Decided {
  if (order.stage === 'received') return unchanged(order)
  if (order.stage !== 'shipped') return refused('wrong_stage')
  if (order.parcels.some(({ state, forCase }) => state === 'lost' && forCase === '')) return refused('not_delivered')
  return decided({ ...order, stage: 'received', receivedAt: now }, [{ kind: 'received', by }])
}
