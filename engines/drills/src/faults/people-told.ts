import { ASSUMPTIONS } from './assumptions.ts'

/** Everybody whom a fault concerns, with what they paid; who was told and compensated. Nobody is counted twice. */
export class PeopleTold {
  private readonly paidOf = new Map<string, number>()
  private readonly toldIds = new Set<string>()
  private readonly compensated = new Set<string>()
  private telling = false

  add(id: string, paidCents: number): void {
    this.paidOf.set(id, (this.paidOf.get(id) ?? 0) + paidCents)
    // Once a shop tells people, it tells those who come after as well.
    if (this.telling) this.toldIds.add(id)
  }

  tellAll(): void {
    this.telling = true
    for (const id of this.paidOf.keys()) this.toldIds.add(id)
  }

  compensateAll(): void {
    for (const id of this.paidOf.keys()) this.compensated.add(id)
  }

  get affected(): number {
    return this.paidOf.size
  }

  get told(): number {
    return this.toldIds.size
  }

  /** Compensation, and what is given back by those who were told and those who were not. */
  costCents(): number {
    const { compensationCents, refundShareTold, refundShareUntold } = ASSUMPTIONS
    let refunds = 0
    for (const [id, paid] of this.paidOf) refunds += paid * (this.toldIds.has(id) ? refundShareTold : refundShareUntold)
    return Math.round(refunds) + this.compensated.size * compensationCents
  }
}
