import { headsNeeded } from '@zhanggui/clocks'
import { type PeoplePlan, PlanTeam, type StaffedPosition, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { ResourceData } from '../resources/define-resource.ts'
import { readAllRows } from '../resources/read-all-rows.ts'
import { splitList } from '../resources/split-list.ts'
import { POSITIONS } from './positions.ts'

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** A plan that its own hours do not fit in comes before places that are planned and open. */
function verdictOf(place: Pick<StaffedPosition, 'needed' | 'planned' | 'hired'>): StaffedPosition['verdict'] {
  const { needed, planned, hired } = place
  if (needed !== null && planned < needed) return 'planShort'
  return hired < planned ? 'hiring' : 'enough'
}

function positionOf(data: ResourceData, showsMoney: boolean): StaffedPosition {
  const hoursWeek = numberOf(data.hoursWeek)
  const seats = numberOf(data.seats) ?? 1
  const needed = hoursWeek === null ? null : headsNeeded({ hoursWeek, seats })
  const [planned, hired] = [numberOf(data.planned) ?? 0, numberOf(data.hired) ?? 0]
  return {
    team: PlanTeam.parse(data.team),
    position: String(data.position),
    skills: typeof data.skills === 'string' ? splitList(data.skills) : [],
    planned,
    hired,
    hoursWeek,
    seats,
    needed,
    verdict: verdictOf({ needed, planned, hired }),
    monthlyCents: showsMoney ? numberOf(data.monthlyCents) : null,
  }
}

const skillsOf = (positions: readonly StaffedPosition[]): Set<string> =>
  new Set(positions.flatMap(({ skills }) => skills))

/** Headcount and skills against the hours that are to be covered, what is short first (P4.14). */
export async function readPeoplePlan(
  context: Context,
  store: Store,
  { showsMoney }: { showsMoney: boolean },
): Promise<PeoplePlan> {
  const positions = (await readAllRows(context, POSITIONS, store.id)).map(({ data }) => positionOf(data, showsMoney))
  const order: readonly StaffedPosition['verdict'][] = ['planShort', 'hiring', 'enough']
  const present = skillsOf(positions.filter(({ hired }) => hired > 0))
  const sum = (figure: 'planned' | 'hired'): number => positions.reduce((total, one) => total + one[figure], 0)
  return {
    currency: store.currency,
    positions: positions.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
    planned: sum('planned'),
    hired: sum('hired'),
    missingSkills: [...skillsOf(positions)].filter((skill) => !present.has(skill)),
  }
}
