import { type FileFindings, Finding, type PlanPart, type Store } from '@zhanggui/contract'
import { countFindings, type Plan } from '@zhanggui/plan'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { checkStoredPlan } from './check-stored-plan.ts'
import { readPlanFile, type UploadedFile } from './read-plan-file.ts'

const countsOf = (plan: Plan): Record<PlanPart, number> => ({
  header: Object.values(plan.texts).filter((text) => text.trim()).length,
  goals: plan.goals.length,
  budget: plan.budget.length,
  events: plan.events.length,
  tasks: plan.tasks.length,
  requests: plan.requests.length,
  table: plan.table.length,
  stages: plan.stages.length,
})

/**
 * Checks a plan file as if it were a plan of the shop; nothing is stored.
 * Errors: as `readPlanFile`.
 */
export async function checkPlanFile(
  context: Context,
  store: Store,
  given: { file: UploadedFile; year?: number | undefined },
): Promise<FileFindings> {
  const plan = await readPlanFile(context, store, given)
  const findings = z.array(Finding).parse(await checkStoredPlan(context, store, plan))
  const { name, year } = plan
  return { file: given.file.name, name, year, findings, counts: countFindings(findings), read: countsOf(plan) }
}
