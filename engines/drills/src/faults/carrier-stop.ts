import { type Fields, numberOf } from '@zhanggui/playbooks'
import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { PeopleTold } from './people-told.ts'

const USUAL_HEALTH = 0.97

export const CARRIER_STOP: FaultKind = {
  kind: 'carrierStop',
  plan: 'carrier-failure',
  nameZh: '主物流商停运',
  nameEn: 'The main carrier stops',
  minutes: 360,
  usual: 0.95,
  stage: (fault, { world, put, rng }) => {
    const people = new PeopleTold()
    const waiting: { minute: number; id: string; paid: number }[] = []
    let now: { id: string; paid: number }[] = []
    let [late, parcels] = [0, 0]
    const running = (): Fields =>
      [...world()].find(([key, fields]) => key.startsWith('carrier/') && fields.state === 'on')?.[1] ?? {}
    const setHealth = (minute: number): void => {
      const fields = world().get('carrier/main') ?? {}
      put('carrier/main', { ...fields, health: isOn(fault, minute) ? USUAL_HEALTH * (1 - fault.size) : USUAL_HEALTH })
    }
    const pickUp = (minute: number): { asked: number; taken: number } => {
      const health = numberOf(running(), 'health') ?? 0
      let taken = 0
      for (const parcel of now) {
        if (rng.next() < health || !isOn(fault, minute)) taken += 1
        else {
          waiting.push({ minute, ...parcel })
          people.add(parcel.id, parcel.paid)
        }
      }
      // A carrier that works takes what has piled up.
      if (health >= 0.7) waiting.length = 0
      while ((waiting[0]?.minute ?? Number.POSITIVE_INFINITY) < minute - ASSUMPTIONS.promisedPickupMinutes) {
        waiting.shift()
        late += 1
      }
      return { asked: now.length, taken }
    }
    return {
      fault,
      tags: { carrier: 'main' },
      salesCount: true,
      levers: [
        ['carrier/main', { state: 'on', health: USUAL_HEALTH, costCents: 420 }],
        ['carrier/second', { state: 'backup', health: 0.95, costCents: 480 }],
      ],
      sold: (lines) => {
        const order = lines[0]
        if (order && lines.some((line) => line.paidCents !== null))
          now.push({ id: order.orderId, paid: order.paidCents ?? 0 })
      },
      figures: (minute) => {
        setHealth(minute)
        const { asked, taken } = pickUp(minute)
        parcels += asked
        now = []
        return [reading('pickupRate', asked === 0 ? null : taken / asked, asked)]
      },
      effect: (effect) => {
        if (effect === 'tellAffected') people.tellAll()
        if (effect === 'compensate') people.compensateAll()
      },
      tally: () => ({
        ...NOTHING,
        affected: people.affected,
        told: people.told,
        directCents: late * ASSUMPTIONS.lateParcelCents + people.costCents(),
        notes: { parcels, late, promiseKeptBp: parcels === 0 ? 10_000 : Math.round((1 - late / parcels) * 10_000) },
      }),
    }
  },
}
