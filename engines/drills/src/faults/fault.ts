import type { Rng } from '@zhanggui/kernel'
import type { Fields, World } from '@zhanggui/playbooks'
import type { LiveDay, LiveVisit } from '@zhanggui/simulator'
import type { StepEffect } from '../plans/plan.ts'

/** Something that goes wrong in the simulated day. Minutes of the day, `[from, to)`. `size`: how badly, between 0 and 1. */
export type Fault = { id: string; kind: string; plan: string; from: number; to: number; size: number }

/** One figure of one minute, as a condition reads it. */
export type Reading = { metric: string; value: number | null; sample: number }

/** A paid or unpaid line of an order that was just placed. */
export type SoldLine = {
  orderId: string
  buyer: number
  itemId: string
  quantity: number
  gmvCents: number
  /** Null when it was not paid. */
  paidCents: number | null
  costCents: number
}

/** What a fault has to do with: the day, what stands in the world, its own luck. */
export type Stage = {
  day: LiveDay
  rng: Rng
  world(): World
  /** Sets what is so; not a decision of anybody. */
  put(key: string, fields: Fields): void
  /** Uniform in [0, 1), the same for a visit in every run of the day. */
  luck(visit: LiveVisit, salt: number): number
}

/** What came of a fault. Money in minor units. */
export type FaultTally = {
  /** People or orders that it concerned, and how many of them were told. */
  affected: number
  told: number
  /** Spent or lost beside sales: goods below cost, compensation, late parcels. */
  directCents: number
  /** Sales that were lost first and won back later. */
  recoveredCents: number
  /** Figures of its own, by name. */
  notes: Readonly<Record<string, number>>
}

/** A fault at work. Everything that it leaves out is untouched by it. */
export type LiveFault = {
  fault: Fault
  /** What the playbook that answers it is told: which channel, which promotion. */
  tags: Readonly<Record<string, string>>
  /** Set before the day opens. */
  levers: readonly (readonly [string, Fields])[]
  /** Whether lower sales are a loss; orders below cost are none. */
  salesCount: boolean
  begin?(minute: number): void
  keepsAway?(visit: LiveVisit, minute: number): boolean
  orderFactor?(channel: string, itemId: string): number
  priceFactor?(itemId: string): number
  payFactor?(): number
  shows?(itemId: string): string
  /** Whether it stands behind an order that failed on an empty shelf. */
  emptied?(itemId: string): boolean
  sold?(lines: readonly SoldLine[], minute: number): void
  /** At the end of each minute, before conditions are judged. */
  figures(minute: number): readonly Reading[]
  effect(effect: StepEffect, step: string, minute: number): void
  tally(): FaultTally
}

/** A kind of fault, declared once. `usual`: its size where none is given. */
export type FaultKind = {
  kind: string
  plan: string
  nameZh: string
  nameEn: string
  minutes: number
  usual: number
  stage(fault: Fault, stage: Stage): LiveFault
}

export const NOTHING: FaultTally = { affected: 0, told: 0, directCents: 0, recoveredCents: 0, notes: {} }

export const isOn = ({ from, to }: Fault, minute: number): boolean => from <= minute && minute < to

export const reading = (metric: string, value: number | null, sample = 1): Reading => ({ metric, value, sample })
