import type { Plan } from '../plan.ts'
import { dateFaults } from './date-faults.ts'
import { idFaults } from './id-faults.ts'
import type { PlanFault } from './plan-fault.ts'
import { referenceFaults } from './reference-faults.ts'

/**
 * Everything that keeps a plan from being stored: repeated ids, periods and days that do not exist, parents and references
 * that are missing, circles. Shape: none for a sound plan; otherwise all at once, each naming its object.
 */
export const planFaults = (plan: Plan): PlanFault[] => [
  ...idFaults(plan),
  ...dateFaults(plan),
  ...referenceFaults(plan),
]
