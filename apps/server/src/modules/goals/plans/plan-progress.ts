import { type PlanPartSaved, PlanProgress } from '@zhanggui/contract'
import { isPeriod, type Period, parsePeriod } from '@zhanggui/kernel'
import type { OwnMeasure, Plan, PlanTask } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { type PlanCaller, writeParts } from './change-plan.ts'
import { lockPlan, planOf, readPartRows, revisionsOf } from './plan-rows.ts'

type Progress = ReturnType<typeof PlanProgress.parse>
type Actual = OwnMeasure['actuals'][number]

const missing = (what: string): ApiFailure => new ApiFailure('not_found', { what })

function requirePeriod(text: string): Period {
  if (!isPeriod(text)) throw new ApiFailure('invalid_request', { where: `actuals.period: ${text}` })
  return parsePeriod(text)
}

function markTasks(tasks: Plan['tasks'], marks: Progress['tasks']): PlanTask[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  const known = new Set(tasks.map(({ id }) => id))
  for (const { id } of marks) if (!known.has(id)) throw missing(`tasks/${id}`)
  return tasks.map((task) => {
    const { done = task.done, proof = task.proof, owner = task.owner } = byId.get(task.id) ?? {}
    return { ...task, done, owner, ...(proof === undefined ? {} : { proof }) }
  })
}

function enterActuals(measures: Plan['measures'], entered: Progress['actuals']): OwnMeasure[] {
  const known = new Set<string>(measures.map(({ id }) => id))
  for (const { measure } of entered) if (!known.has(measure)) throw missing(`measures/${measure}`)
  return measures.map((measure) => {
    const own = entered.filter((entry) => entry.measure === measure.id)
    const byPeriod = new Map(measure.actuals.map((actual) => [actual.period, actual]))
    for (const { period, value } of own) {
      const key = requirePeriod(period)
      if (value === null) byPeriod.delete(key)
      else byPeriod.set(key, { period: key, value } satisfies Actual)
    }
    return { ...measure, actuals: [...byPeriod.values()].toSorted((a, b) => (a.period < b.period ? -1 : 1)) }
  })
}

/**
 * What goes on while a plan is approved: tasks done with what shows it, tasks handed over, and figures of own measures. Nothing else of it can be changed so.
 * Errors: throws `not_found` for a plan, task or measure that is not there, `invalid_request` for a period that does not exist.
 */
export function recordProgress(
  context: Context,
  caller: PlanCaller,
  planId: string,
  input: PlanProgress,
): Promise<PlanPartSaved> {
  const { tasks, actuals, reason } = parseInput(PlanProgress, input)
  const key = { store: caller.store, plan: planId }
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, key)
    const rows = await readPartRows(tx, key)
    const plan = planOf(row, rows)
    const bodies = {
      tasks: markTasks(plan.tasks, tasks),
      goals: { goals: plan.goals, measures: enterActuals(plan.measures, actuals) },
    }
    const written = await writeParts(context, tx, { row, rows, bodies, caller, action: 'progress', reason })
    if (written.entries.length > 0) await record(...written.entries)
    return { revisions: revisionsOf(written.rows), changes: written.changes.length }
  })
}
