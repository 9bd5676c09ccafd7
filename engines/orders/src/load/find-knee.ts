import type { LoadFigures } from './load-figures.ts'

export type KneeRule = {
  /** p99 of what is done, ms. */
  goalMs: number
  /** Of what is offered, done; basis points. */
  doneBp: number
}

/** A step keeps up when nearly everything is done, in time, and nothing fails. */
export function keepsUp({ offered, done, failed, doneMs }: LoadFigures, { goalMs, doneBp }: KneeRule): boolean {
  return failed === 0 && done * 10_000 >= doneBp * offered && doneMs !== null && doneMs.p99Ms <= goalMs
}

/** The most that was kept up with, orders a second, as long as every smaller step did too; null: not even the first. */
export function findKnee(steps: readonly LoadFigures[], rule: KneeRule): number | null {
  let knee: number | null = null
  for (const step of steps.toSorted((a, b) => a.offeredPerSecond - b.offeredPerSecond)) {
    if (!keepsUp(step, rule)) break
    knee = step.donePerSecond
  }
  return knee
}

/** The rate to try next: twice as much until a step falls behind, then between the two; undefined once they are near enough. */
export function nextRate(
  tried: readonly { rate: number; isKept: boolean }[],
  { closeBp }: { closeBp: number },
): number | undefined {
  const kept = Math.max(0, ...tried.filter(({ isKept }) => isKept).map(({ rate }) => rate))
  const lost = Math.min(...tried.filter(({ isKept }) => !isKept).map(({ rate }) => rate))
  if (lost === Number.POSITIVE_INFINITY) return kept * 2
  if (kept === 0) return lost / 2 >= 1 ? lost / 2 : undefined
  return (lost - kept) * 10_000 > closeBp * kept ? Math.round((lost + kept) / 2) : undefined
}
