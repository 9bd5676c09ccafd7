import { add, type CheckoutPath, NOBODY, type Reached } from './checkout-path.ts'

export type Told = { value: string } & Reached

/** One step: who came to it and left there, with what reason, and the same by how it was passed. */
export type StepLoss = Reached & {
  step: string
  reasons: { reason: string; lost: number }[]
  ways: Told[]
}

export type CheckoutLosses = {
  started: number
  paid: number
  steps: StepLoss[]
  /** Steps that were told of and are not declared, with how often; they are counted at the step before. */
  unknown: { step: string; checkouts: number }[]
}

/** Last declared step that a path reached; a later step says that the earlier ones were passed, told or not. -1: none. */
function furthestOf({ passed, isPaid }: CheckoutPath, steps: readonly string[]): number {
  if (isPaid) return steps.length - 1
  return Math.max(-1, ...passed.map(({ step }) => steps.indexOf(step)))
}

const grow = (sums: Map<string, Reached>, key: string, more: Reached): Map<string, Reached> =>
  sums.set(key, add(sums.get(key) ?? NOBODY, more))

/** The largest first, then by name, so that ties stand in one order. */
const ordered = <T>(rows: T[], sizeOf: (row: T) => number, nameOf: (row: T) => string): T[] =>
  rows.sort((a, b) => sizeOf(b) - sizeOf(a) || nameOf(a).localeCompare(nameOf(b)))

function lossAt(step: string, index: number, paths: readonly (CheckoutPath & { furthest: number })[]): StepLoss {
  let sum = NOBODY
  const ways = new Map<string, Reached>()
  const reasons = new Map<string, Reached>()
  for (const { passed, isPaid, reason, checkouts, furthest } of paths) {
    if (furthest < index) continue
    const lost = furthest === index && !isPaid ? checkouts : 0
    sum = add(sum, { reached: checkouts, lost })
    const told = passed.find((one) => one.step === step)
    if (told) grow(ways, told.how, { reached: checkouts, lost })
    if (lost > 0) grow(reasons, reason, { reached: 0, lost })
  }
  return {
    step,
    ...sum,
    reasons: ordered(
      [...reasons].map(([reason, { lost }]) => ({ reason, lost })),
      ({ lost }) => lost,
      ({ reason }) => reason,
    ),
    ways: ordered(
      [...ways].map(([value, reached]) => ({ value, ...reached })),
      ({ reached }) => reached,
      ({ value }) => value,
    ),
  }
}

function unknownSteps(paths: readonly CheckoutPath[], steps: readonly string[]): CheckoutLosses['unknown'] {
  const seen = new Map<string, Reached>()
  for (const { passed, checkouts } of paths)
    for (const { step } of passed) if (!steps.includes(step)) grow(seen, step, { reached: checkouts, lost: 0 })
  return [...seen].map(([step, { reached }]) => ({ step, checkouts: reached }))
}

/**
 * Where checkouts are left (P7.11): each is lost at the furthest step that it reached, or paid.
 * Shape: steps in the declared order; what is lost at all steps and what was paid add up to what was started, exactly. Checkouts that
 * reached no declared step are not started.
 */
export function stepLosses(steps: readonly string[], paths: readonly CheckoutPath[]): CheckoutLosses {
  const placed = paths
    .map((path) => ({ ...path, furthest: furthestOf(path, steps) }))
    .filter((path) => path.furthest >= 0)
  const count = (of: typeof placed): number => of.reduce((sum, { checkouts }) => sum + checkouts, 0)
  return {
    started: count(placed),
    paid: count(placed.filter(({ isPaid }) => isPaid)),
    steps: steps.map((step, index) => lossAt(step, index, placed)),
    unknown: unknownSteps(paths, steps),
  }
}
