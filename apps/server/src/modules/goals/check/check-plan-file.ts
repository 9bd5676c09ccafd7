import { type FileFindings, Finding, type PlanPart, type Store } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import { checkPlan, countFindings, type Finding as Found, type Plan, TEXT_RULES } from '@zhanggui/plan'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { checkStoredPlan } from './check-stored-plan.ts'
import { gatherPlanFacts } from './gather-plan-facts.ts'
import { type ReadPlanFile, readPlanFile, type UploadedFile } from './read-plan-file.ts'

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

/** A document's words are held against the rules on words alone: that it sets no goals is for its table to answer. */
async function checkWords(context: Context, store: Store, words: Plan): Promise<Found[]> {
  const found = checkPlan(words, await gatherPlanFacts(context, store, words), TEXT_RULES)
  // A paragraph is no cell of a table: its number in the document is its place.
  const at = { part: 'header' as const, id: null, field: null }
  return found.map((finding) => ({ ...finding, at, source: finding.source && { ...finding.source, column: null } }))
}

/** What was read; paragraphs count with the rows of the table. */
function readOf({ plan, words }: ReadPlanFile): FileFindings['read'] {
  const [first, second] = [plan, words].flatMap((read) => (read ? [countsOf(read)] : []))
  assert(first, 'a file that was read holds a plan or words')
  return second ? { ...first, table: first.table + second.table } : first
}

/**
 * Checks a plan file as if it were a plan of the shop; nothing is stored.
 * Errors: as `readPlanFile`.
 */
export async function checkPlanFile(
  context: Context,
  store: Store,
  given: { file: UploadedFile; year?: number | undefined },
): Promise<FileFindings> {
  const read = await readPlanFile(context, store, given)
  const { name, year, plan, words } = read
  const ofPlan = plan ? await checkStoredPlan(context, store, plan) : []
  const ofWords = words ? await checkWords(context, store, words) : []
  const numbered = [...ofPlan, ...ofWords].map((finding, i) => ({ ...finding, number: i + 1 }))
  const findings = z.array(Finding).parse(numbered)
  return { file: given.file.name, name, year, findings, counts: countFindings(findings), read: readOf(read) }
}
