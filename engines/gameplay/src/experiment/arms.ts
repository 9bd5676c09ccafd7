import { compareGroups, type GroupDifference, type GroupSums } from '@zhanggui/kernel'
import { drawBelow, type Seed } from '../chance/seed.ts'

/** `held`: left alone, so that what the others do can be held against it. */
export type Arm = 'treated' | 'held'

/** Who was drawn where, by the seed: nobody chooses, and once the seed is published anybody can check it. */
export const armOf = (seed: Seed, caseId: string, heldBp: number): Arm =>
  drawBelow(seed, `arm/${caseId}`, 10_000) < heldBp ? 'held' : 'treated'

/** People of an arm, how many of them did it, and what they paid in fen, with the squares that the bounds need. */
export type ArmSums = { people: number; did: number; paidCents: number; paidSquares: number }
export type Arms = Readonly<Record<Arm, ArmSums>>

const NOBODY: ArmSums = { people: 0, did: 0, paidCents: 0, paidSquares: 0 }
export const NO_ARMS: Arms = { treated: NOBODY, held: NOBODY }

const changed = (arms: Arms, arm: Arm, more: Partial<ArmSums>): Arms => {
  const before = arms[arm]
  const sum = (key: keyof ArmSums) => before[key] + (more[key] ?? 0)
  return {
    ...arms,
    [arm]: { people: sum('people'), did: sum('did'), paidCents: sum('paidCents'), paidSquares: sum('paidSquares') },
  }
}

export const withPerson = (arms: Arms, arm: Arm): Arms => changed(arms, arm, { people: 1 })

/** What one person of an arm has paid so far is told again; 0 is nothing bought. */
export const withPaid = (arms: Arms, arm: Arm, { before, after }: { before: number; after: number }): Arms =>
  changed(arms, arm, {
    did: Number(after > 0) - Number(before > 0),
    paidCents: after - before,
    paidSquares: after ** 2 - before ** 2,
  })

/** Money that goes back later; that the person did it stays true. */
export const withRefund = (arms: Arms, arm: Arm, { before, after }: { before: number; after: number }): Arms =>
  changed(arms, arm, { paidCents: after - before, paidSquares: after ** 2 - before ** 2 })

const didSums = ({ people, did }: ArmSums): GroupSums => ({ people, sum: did, squares: did })
const paidSums = ({ people, paidCents, paidSquares }: ArmSums): GroupSums => ({
  people,
  sum: paidCents,
  squares: paidSquares,
})

/** Share of people who did it, treated less held. */
export const liftOfShare = ({ treated, held }: Arms): GroupDifference => compareGroups(didSums(treated), didSums(held))

/** Paid a person, treated less held. Unit: fen. */
export const liftOfPaid = ({ treated, held }: Arms): GroupDifference => compareGroups(paidSums(treated), paidSums(held))
