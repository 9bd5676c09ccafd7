import type { RaisedAwardTasks, Store } from '@zhanggui/contract'
import { type Award, awardTasks } from '@zhanggui/goals'
import { addDays, businessDayOf, parseDay, periodOf } from '@zhanggui/kernel'
import type { PlanTask } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import { changePart, type PlanCaller } from '../plans/change-plan.ts'
import { readPlan } from '../plans/read-plan.ts'
import { AWARDS } from './awards.ts'

/** An application is written, signed and gathered evidence for in about a month. A default of this project. */
const LEAD_DAYS = 30

const STATES: Readonly<Record<string, Award['status']>> = { planned: 'planned', applied: 'applied', won: 'won' }

const toAward = ({ id, state, data }: StoredRow): Award => ({
  id,
  name: String(data.name),
  organiser: String(data.organiser),
  applyByDay: String(data.applyByDay),
  owner: typeof data.owner === 'string' && data.owner !== '' ? data.owner : null,
  status: STATES[state ?? ''] ?? 'lost',
})

const templateOf = (award: string): string => `award:${award}`

/** A plan's task for an application: due on its deadline, begun a month before. */
function taskOf(task: ReturnType<typeof awardTasks>[number]): PlanTask {
  const dueDay = parseDay(task.dueDay)
  return {
    id: templateOf(task.awardId),
    title: task.title,
    detail: '',
    period: periodOf('month', dueDay),
    side: 'agency',
    team: 'operations',
    owner: task.owner,
    startDay: addDays(dueDay, -LEAD_DAYS),
    dueDay,
    baselineStartDay: null,
    baselineDueDay: null,
    dependsOn: [],
    eventId: null,
    templateId: templateOf(task.awardId),
    evidence: '申报回执',
    done: false,
    source: null,
  }
}

/**
 * Raises a task in the plan for each award of its year that is still to be applied for (P2.21); one that is there already
 * is left as it is. Errors: throws `not_found`, `plan_approved`.
 */
export async function raiseAwardTasks(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
): Promise<RaisedAwardTasks> {
  const { plan, revisions } = await readPlan(context, store.id, planId)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const awards = (await readAllRows(context, AWARDS, store.id)).map(toAward)
  const asked = awardTasks(awards, { today, leadEnd: addDays(today, LEAD_DAYS) })
  const ofYear = asked.filter((t) => t.dueDay.startsWith(String(plan.year)))
  const there = new Set(plan.tasks.map((t) => t.templateId))
  const fresh = ofYear.filter((t) => !there.has(templateOf(t.awardId)))
  if (fresh.length > 0) {
    const body = [...plan.tasks, ...fresh.map(taskOf)]
    await changePart(context, caller, planId, 'tasks', { revision: revisions.tasks, body, reason: '奖项申报' })
  }
  return { tasks: ofYear, raised: fresh.map((t) => templateOf(t.awardId)) }
}
