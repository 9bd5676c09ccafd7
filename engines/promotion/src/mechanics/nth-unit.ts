import { dearestBySku, dearestFirst, type Run, takeUnits, unitsOf } from './dearest-units.ts'
import { cutEach } from './limited-units.ts'
import { type Basket, defineMechanic, type ParamProblem } from './mechanic.ts'
import { count, onlyFields, optional, paramProblem, payShare, rowsOf, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/** The `nth` unit of a round pays this share of its price; nothing is a share too (买二送一). */
export type NthStep = { nth: number; payBp: number }
/**
 * The second at half the price, the third for nothing … (第N件X折). A round ends with the last step and begins anew, `rounds` at most.
 * Units of one SKU are counted, rounds too, or with `acrossSkus` all that take part. The cheapest units get the deepest shares.
 */
export type NthUnit = { steps: readonly NthStep[]; rounds?: number; acrossSkus?: boolean }

/** How many units of `count` stand at a step. */
const unitsAt = (
  { nth }: NthStep,
  round: number,
  { count: units, rounds }: { count: number; rounds: number },
): number => (units < nth ? 0 : Math.min(rounds, Math.floor((units - nth) / round) + 1))

/** Units that full rounds use, and those of the last round up to its last step that was reached. */
function usedUnits(steps: readonly NthStep[], round: number, units: number, rounds: number): number {
  const full = Math.min(rounds, Math.floor(units / round))
  if (full === rounds) return full * round
  const reached = steps.findLast(({ nth }) => nth <= units - full * round)
  return full * round + (reached?.nth ?? 0)
}

/** Deepest shares to the cheapest units: the runs are walked from their end. */
function cutRuns(
  runs: readonly Run[],
  steps: readonly NthStep[],
  rounds: number,
  off: number[],
  takes: number[],
): void {
  const round = steps[steps.length - 1]?.nth ?? 1
  const units = unitsOf(runs)
  let cheapest = runs.toReversed()
  let reduced = 0
  for (const step of steps.toSorted((a, b) => a.payBp - b.payBp)) {
    const at = unitsAt(step, round, { count: units, rounds })
    const taken = takeUnits(cheapest, at)
    for (const { k, units: few, cents } of taken) {
      off[k] = (off[k] as number) + cutEach(cents, few, (one) => one - percentOf(one, step.payBp))
      takes[k] = (takes[k] as number) + few
    }
    cheapest = leftOver(cheapest, taken)
    reduced += at
  }
  const dearest = cheapest.toReversed()
  for (const { k, units: few } of takeUnits(dearest, usedUnits(steps, round, units, rounds) - reduced))
    takes[k] = (takes[k] as number) + few
}

function leftOver(runs: readonly Run[], taken: readonly Run[]): Run[] {
  return runs.flatMap((run, i) => {
    const gone = taken[i]
    if (!gone) return [run]
    return gone.units === run.units ? [] : [{ k: run.k, units: run.units - gone.units, cents: run.cents - gone.cents }]
  })
}

/** Units that are counted together. */
const pools = (basket: Basket, acrossSkus: boolean): Run[][] =>
  acrossSkus ? [dearestFirst(basket, () => true)] : dearestBySku(basket)

function checkSteps(steps: readonly NthStep[]): ParamProblem[] {
  if (steps.every(({ nth }, i) => i === 0 || nth > (steps[i - 1]?.nth ?? 0))) return []
  return paramProblem('steps', 'tiers_not_rising', '第几件要从小到大填写', 'steps go from the lower unit to the higher')
}

export const nthUnit = defineMechanic<NthUnit>({
  mechanic: 'nthUnit',
  zh: '第N件X折',
  en: 'Nth unit for less',
  level: 'mechanic',
  group: 'multiBuy',
  usesUnits: () => true,
  // With a unit less another one is the cheapest, and it may be a dear one.
  mostOff: (_, { mostCents }) => mostCents,
  example: { steps: [{ nth: 2, payBp: 5000 }] },
  check(params) {
    const problems = [
      ...onlyFields(params, ['steps', 'rounds', 'acrossSkus']),
      ...rowsOf(params, 'steps', (row) => [
        ...onlyFields(row, ['nth', 'payBp']),
        ...wholeBetween(row, 'nth', { min: 2, max: 1000 }),
        ...payShare(row),
      ]),
      ...optional(params, 'rounds', () => count(params, 'rounds')),
      ...optional(params, 'acrossSkus', () => (typeof params.acrossSkus === 'boolean' ? [] : notYesNo)),
    ]
    return problems.length > 0 ? problems : checkSteps(params.steps as readonly NthStep[])
  },
  apply({ steps, rounds = Number.MAX_SAFE_INTEGER, acrossSkus = false }, basket) {
    const counted = pools(basket, acrossSkus)
    const most = counted.reduce((units, runs) => Math.max(units, unitsOf(runs)), 0)
    const first = steps[0]?.nth ?? 0
    if (most < first) return { hit: false, reason: 'too_few_units', next: { shortUnits: first - most } }
    const offByLine: number[] = basket.lines.map(() => 0)
    const takes = basket.lines.map(() => 0)
    for (const runs of counted) cutRuns(runs, steps, rounds, offByLine, takes)
    return { hit: true, offByLine, takes }
  },
})

const notYesNo = paramProblem(
  'acrossSkus',
  'not_yes_or_no',
  '“acrossSkus”要填是或否',
  '"acrossSkus" needs true or false',
)
