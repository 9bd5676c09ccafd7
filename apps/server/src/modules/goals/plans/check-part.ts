import { PLAN_PART_BODIES, type PlanPart } from '@zhanggui/contract'
import { type Plan, type PlanFault, type PlanPartBodies, planFaults } from '@zhanggui/plan'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'

/** Faults that an answer carries; a wholly wrong file would otherwise make an answer as long as itself. */
const FAULTS_MAX = 200

export type SomeParts = Partial<PlanPartBodies>

/**
 * The body of a part as sent, with defaults filled in.
 * Errors: throws `invalid_request` naming the field.
 */
export function parsePart<P extends PlanPart>(part: P, body: unknown): PlanPartBodies[P] {
  // The schemas know a period and money by their form; that the period exists is checked on the whole plan.
  return parseInput(PLAN_PART_BODIES[part], body) as unknown as PlanPartBodies[P]
}

const describe = ({ at, code, detail }: PlanFault): string =>
  `${at.part}/${at.id}${at.field ? `.${at.field}` : ''} ${code} ${detail}`

/** Errors: throws `plan_invalid` with every fault, when objects do not fit together. */
export function requireSound(plan: Plan): void {
  const faults = planFaults(plan)
  const [first] = faults
  if (!first) return
  const where = describe(first)
  throw new ApiFailure('plan_invalid', { count: faults.length, where, faults: faults.slice(0, FAULTS_MAX) })
}
