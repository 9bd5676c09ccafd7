import type { Rng } from '@zhanggui/kernel'
import { createIdentity } from '../identity.ts'
import { createSampler } from '../sampler.ts'
import { DEVICES } from '../traffic/devices.ts'
import { PLACES } from '../traffic/places.ts'
import { memberTierFor, TIERS } from './tiers.ts'

/** Someone who came by. Leads are only looking; customers have paid at least once. */
export type Person = {
  id: number
  device: number
  place: number
  city: string
  /** Index into TIERS; 0 is no member. */
  tier: number
  spentCents: number
  paidOrders: number
  /** Position in the list of living customers of the tier; -1 for leads and for customers who left. */
  seat: number
}

const pickPlace = createSampler(PLACES.map((p) => p.millions))
const pickDevice = createSampler(DEVICES.map((d) => d.share))
/** How far back a lead may come from, in arrivals: about a month of visits at scale 1. */
const LEAD_MEMORY = 20_000

/** All people of a market, and who of them is a living customer of which tier. */
export class PersonPool {
  private readonly identify = createIdentity(0x70656f70)
  private readonly people: Person[] = []
  private readonly leadMemory: number
  /** Living customers by tier. */
  private readonly living: Person[][] = TIERS.map(() => [])

  constructor(scale: number) {
    this.leadMemory = Math.max(50, Math.round(LEAD_MEMORY * scale))
  }

  arrive(rng: Rng): Person {
    const place = pickPlace(rng)
    const cities = PLACES[place]?.cities ?? ['']
    const person: Person = {
      id: this.identify(this.people.length),
      device: pickDevice(rng),
      place,
      // Half of the parcels of a province go to its first city.
      city: (rng.next() < 0.5 ? cities[0] : rng.pick(cities)) ?? '',
      tier: 0,
      spentCents: 0,
      paidOrders: 0,
      seat: -1,
    }
    this.people.push(person)
    return person
  }

  /** A recent visitor who has not bought; someone new when the draw falls on a customer. */
  returningLead(rng: Rng): Person {
    const known = Math.min(this.people.length, this.leadMemory)
    const person = known === 0 ? undefined : this.people[this.people.length - 1 - rng.int(known)]
    return person && person.paidOrders === 0 ? person : this.arrive(rng)
  }

  /** Everyone who has paid at least once so far. */
  customerIds(): number[] {
    return this.people.filter((p) => p.paidOrders > 0).map((p) => p.id)
  }

  livingCount(tier: number): number {
    return this.living[tier]?.length ?? 0
  }

  livingCustomer(tier: number, rng: Rng): Person {
    return rng.pick(this.living[tier] ?? [])
  }

  join(person: Person): void {
    if (person.tier > 0) return
    this.move(person, memberTierFor(person.spentCents))
  }

  /** Books a paid order: the person becomes or stays a customer, moves up, or leaves for good. */
  bought(person: Person, { paidCents, leaves }: { paidCents: number; leaves: boolean }): void {
    person.spentCents += paidCents
    person.paidOrders += 1
    if (person.paidOrders === 1) this.sit(person)
    if (person.tier > 0) this.move(person, Math.max(person.tier, memberTierFor(person.spentCents)))
    if (leaves) this.stand(person)
  }

  private move(person: Person, tier: number): void {
    if (tier === person.tier) return
    const seated = person.seat >= 0
    if (seated) this.stand(person)
    person.tier = tier
    if (seated) this.sit(person)
  }

  private sit(person: Person): void {
    const bench = this.living[person.tier]
    if (!bench) return
    person.seat = bench.length
    bench.push(person)
  }

  private stand(person: Person): void {
    const bench = this.living[person.tier]
    if (!bench || person.seat < 0) return
    const last = bench.pop()
    if (last && last !== person) {
      bench[person.seat] = last
      last.seat = person.seat
    }
    person.seat = -1
  }
}
