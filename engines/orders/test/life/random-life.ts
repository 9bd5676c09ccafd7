import type { CaseKind, LifeCommand, OrderLife } from '../../src/index.ts'
import type { LifeWorld } from './life-world.ts'

const KINDS: readonly CaseKind[] = ['return', 'exchange', 'reissue', 'refund']

function anyCase(world: LifeWorld, order: OrderLife): LifeCommand[] {
  const rng = world.draw()
  const lineId = rng.pick(order.lines).lineId
  const caseKind = rng.pick(KINDS)
  const agreedCents = caseKind === 'refund' && rng.next() < 0.5 ? 1 + rng.int(500) : 0
  const fresh: LifeCommand = {
    kind: 'askAfterSale',
    caseId: `c${rng.int(4)}`,
    caseKind,
    lines: [{ lineId, units: 1 + rng.int(2) }],
    agreedCents,
    reason: '',
  }
  const known = order.cases.length > 0 ? rng.pick(order.cases).caseId : 'none'
  return [
    fresh,
    { kind: 'agreeCase', caseId: known, by: 'shop' },
    { kind: 'refuseCase', caseId: known },
    { kind: 'withdrawCase', caseId: known, by: 'buyer' },
    { kind: 'goodsCameBack', caseId: known, scrap: rng.next() < 0.3 },
    { kind: 'settleCase', caseId: known, by: 'shop' },
  ]
}

function anyParcel(world: LifeWorld, order: OrderLife): LifeCommand[] {
  const rng = world.draw()
  const parcelId = order.parcels.length > 0 ? rng.pick(order.parcels).parcelId : 'none'
  const plan = {
    parcelId: `p${rng.int(6)}`,
    warehouse: 'east',
    carrier: 'sf',
    promisedAt: 0,
    lines: [{ lineId: rng.pick(order.lines).lineId, units: 1 + rng.int(2) }],
  }
  return [
    { kind: 'planParcels', parcels: [plan] },
    { kind: 'planParcels', parcels: [plan] },
    { kind: 'sendParcel', parcelId, carrier: 'sf', trackingNo: parcelId },
    { kind: 'sendParcel', parcelId, carrier: 'sf', trackingNo: parcelId },
    { kind: 'deliverParcel', parcelId },
    { kind: 'loseParcel', parcelId },
    { kind: 'receive', by: 'buyer' },
  ]
}

/** What an honest shop and buyer would do next, so that cases come to their ends. */
function sensible(world: LifeWorld, order: OrderLife): LifeCommand[] {
  const rng = world.draw()
  const carried = order.parcels.flatMap(({ parcelId, state }): LifeCommand[] => {
    if (state === 'planned') return [{ kind: 'sendParcel', parcelId, carrier: 'sf', trackingNo: parcelId }]
    return state === 'sent' ? [{ kind: 'deliverParcel', parcelId }] : []
  })
  const settled = order.cases.flatMap(({ caseId, state }): LifeCommand[] => {
    if (state === 'asked') return [{ kind: 'agreeCase', caseId, by: 'shop' }]
    if (state === 'agreed') return [{ kind: 'goodsCameBack', caseId, scrap: rng.next() < 0.3 }]
    return state === 'goodsBack' ? [{ kind: 'settleCase', caseId, by: 'shop' }] : []
  })
  return [...carried, ...settled]
}

/** One thing that may happen to an order next: sensible or not, wanted or not. */
export function randomLife(world: LifeWorld, order: OrderLife): LifeCommand {
  const rng = world.draw()
  const next = sensible(world, order)
  if (next.length > 0 && rng.next() < 0.4) return rng.pick(next)
  const wild: LifeCommand[] = [
    { kind: 'cancel', by: rng.pick(['buyer', 'shop']) },
    { kind: 'effectDone', n: 1 + rng.int(5) },
    { kind: 'couponsGone', n: 99 },
  ]
  return rng.pick([...anyParcel(world, order), ...anyCase(world, order), ...(rng.next() < 0.3 ? wild : [])])
}
