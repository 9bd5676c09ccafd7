import type { Stage } from '../goal.ts'

export type Criterion = Stage['criteria'][number]
export type CriterionState = Criterion & { actual: number | null; met: boolean }

/**
 * `open`: every criterion is met. `waiting`: some are not, or not known yet. `blocked`: a stage before it is not open.
 * `problems`: dates that cannot be.
 */
export type StageState = {
  stage: string
  state: 'open' | 'waiting' | 'blocked'
  criteria: CriterionState[]
  problems: ('ends_before_start' | 'outside_contract' | 'overlaps_previous' | 'no_criteria')[]
}

const meets = ({ op, value }: Criterion, actual: number | null): boolean =>
  actual !== null && (op === 'atLeast' ? actual >= value : actual <= value)

/** What must hold for a gate: every criterion, and there must be one; a gate without criteria opens for nobody. */
const opens = (criteria: readonly CriterionState[]): boolean => criteria.length > 0 && criteria.every((c) => c.met)

function problemsOf(
  stage: Stage,
  before: Stage | undefined,
  contract: { fromDay: string; toDay: string } | null,
): StageState['problems'] {
  const problems: StageState['problems'] = []
  if (stage.toDay <= stage.fromDay) problems.push('ends_before_start')
  if (contract && (stage.fromDay < contract.fromDay || stage.toDay > contract.toDay)) problems.push('outside_contract')
  if (before && stage.fromDay < before.toDay) problems.push('overlaps_previous')
  if (stage.criteria.length === 0) problems.push('no_criteria')
  return problems
}

/**
 * The roadmap's gates in order (P2.15): a gate opens only when all its criteria are met and the gates before it are open.
 * `read` gives the figure of a criterion; null is "not known", which never opens a gate.
 */
export function stageGates(
  stages: readonly Stage[],
  read: (criterion: Criterion, stage: Stage) => number | null,
  contract: { fromDay: string; toDay: string } | null,
): StageState[] {
  const ordered = stages.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0))
  let allOpen = true
  return ordered.map((stage, i) => {
    const criteria = stage.criteria.map((c) => {
      const actual = read(c, stage)
      return { ...c, actual, met: meets(c, actual) }
    })
    const own = opens(criteria)
    const state = own && allOpen ? 'open' : own ? 'blocked' : 'waiting'
    allOpen &&= own
    return { stage: stage.id, state, criteria, problems: problemsOf(stage, ordered[i - 1], contract) }
  })
}
