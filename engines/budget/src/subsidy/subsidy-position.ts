import { type BusinessDay, type Cents, cents, multiplyDivide, sumCents } from '@zhanggui/kernel'
import { countUnits } from './check-move.ts'
import { type SubsidyBatch, type SubsidyMove, subsidyValue } from './subsidy-batch.ts'

/** One batch at the end of a day. Issued value = actual cost + liability + what lapsed, to the fen. */
export type SubsidyPosition = {
  batchId: string
  issuedUnits: number
  redeemedUnits: number
  expiredUnits: number
  outstandingUnits: number
  issuedCents: Cents
  /** Issued value × the share that is expected to be used. */
  expectedCostCents: Cents
  actualCostCents: Cents
  /** Owed to buyers: what they hold and can still use. 0 from the day after the last day on. */
  liabilityCents: Cents
  lapsedCents: Cents
}

export function subsidyPosition(
  batch: SubsidyBatch,
  moves: readonly SubsidyMove[],
  asOfDay: BusinessDay,
): SubsidyPosition {
  const { issued, redeemed } = countUnits(moves.filter((m) => m.batchId === batch.id && m.day <= asOfDay))
  const isOver = asOfDay > batch.validThroughDay
  const left = issued - redeemed
  const issuedCents = subsidyValue(batch, issued)
  const actualCostCents = subsidyValue(batch, redeemed)
  const restCents = cents(issuedCents - actualCostCents)
  return {
    batchId: batch.id,
    issuedUnits: issued,
    redeemedUnits: redeemed,
    expiredUnits: isOver ? left : 0,
    outstandingUnits: isOver ? 0 : left,
    issuedCents,
    expectedCostCents: multiplyDivide({
      amount: issuedCents,
      numerator: batch.expectedRedemptionBp,
      denominator: 10_000,
      rounding: 'half_up',
    }),
    actualCostCents,
    liabilityCents: isOver ? cents(0) : restCents,
    lapsedCents: isOver ? restCents : cents(0),
  }
}

type Totals = Pick<
  SubsidyPosition,
  'issuedCents' | 'expectedCostCents' | 'actualCostCents' | 'liabilityCents' | 'lapsedCents'
>

/** Positions added up, e.g. of one kind or of one budget line. */
export const addPositions = (positions: readonly SubsidyPosition[]): Totals => ({
  issuedCents: sumCents(positions.map((p) => p.issuedCents)),
  expectedCostCents: sumCents(positions.map((p) => p.expectedCostCents)),
  actualCostCents: sumCents(positions.map((p) => p.actualCostCents)),
  liabilityCents: sumCents(positions.map((p) => p.liabilityCents)),
  lapsedCents: sumCents(positions.map((p) => p.lapsedCents)),
})
