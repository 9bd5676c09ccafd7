import { ratio } from '@zhanggui/kernel'
import type { FunnelStep } from './funnel.ts'

/** A step at which one group loses more visitors than the other groups do. */
export type FunnelLoss = { group: string; step: string; stepRate: number; otherRate: number; lostVisitors: number }

/**
 * Standard errors that a group's rate must lie below the others' rate to be called a loss and not chance. Three, because
 * every group is tried at every step (two-proportion z test; 1 in 700 by chance for one comparison).
 */
export const LOSS_Z = 3

type Group = { group: string; steps: readonly FunnelStep[] }

function lossAt(groups: readonly Group[], own: Group, index: number): FunnelLoss | null {
  const sum = (pick: (g: Group) => number): number =>
    groups.filter((g) => g !== own).reduce((acc, g) => acc + pick(g), 0)
  const at = (g: Group, i: number): number => g.steps[i]?.visitors ?? 0
  const [entered, passed] = [at(own, index - 1), at(own, index)]
  const [otherEntered, otherPassed] = [sum((g) => at(g, index - 1)), sum((g) => at(g, index))]
  const stepRate = ratio(passed, entered)
  const otherRate = ratio(otherPassed, otherEntered)
  const step = own.steps[index]?.step
  if (stepRate === null || otherRate === null || step === undefined || stepRate >= otherRate) return null
  const pooled = (passed + otherPassed) / (entered + otherEntered)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / entered + 1 / otherEntered))
  if (error === 0 || (otherRate - stepRate) / error < LOSS_Z) return null
  return { group: own.group, step, stepRate, otherRate, lostVisitors: Math.round(entered * otherRate) - passed }
}

/** The loss that costs most visitors, or null when no group differs by more than chance. Ties: the earlier step and group. */
export function worstLoss(groups: readonly Group[]): FunnelLoss | null {
  const losses = groups.flatMap((own) =>
    own.steps.map((_, i) => (i === 0 ? null : lossAt(groups, own, i))).filter((loss) => loss !== null),
  )
  return losses.reduce<FunnelLoss | null>(
    (worst, loss) => (worst === null || loss.lostVisitors > worst.lostVisitors ? loss : worst),
    null,
  )
}
