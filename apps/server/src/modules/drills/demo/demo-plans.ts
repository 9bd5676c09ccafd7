import { type BudgetLine, findProfile, linesOfProfile, rulesOfProfile } from '@zhanggui/budget'
import type { Store } from '@zhanggui/contract'
import {
  addDays,
  assert,
  type BusinessDay,
  businessDayOf,
  type Cents,
  cents,
  daysBetween,
  multiplyDivide,
} from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { applyTemplate } from '../../campaigns/calendar/templates.ts'
import { knownDays } from '../../goals/goals/known-days.ts'
import { approvePlan } from '../../goals/plans/approve-plan.ts'
import { buildFromData } from '../../goals/plans/build-from-data.ts'
import { changeParts, type PlanCaller } from '../../goals/plans/change-plan.ts'
import { checkForApproval } from '../../goals/plans/check-for-approval.ts'
import { createPlan } from '../../goals/plans/create-plan.ts'
import { listPlans } from '../../goals/plans/list-plans.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { saveDemoAssumptions } from './demo-assumptions.ts'
import { DEMO_TEXTS } from './demo-plan-texts.ts'

/** Templates that an agency begins a year with: the months and quarters of the working year, then the year's big events. */
const TEMPLATES = [
  'january',
  'february',
  'march',
  'secondQuarter',
  'thirdQuarter',
  'fourthQuarter',
  'newYearPlan',
  'springSummerPlan',
  'midYearPlan',
  'yearEndPlan',
] as const

const PROFILE = 'annual-promotion'
/** Marketing money as a share of target sales; below the profile's ceiling of 18 %. */
const BUDGET_BP = 1500
const GROWTH_BP = 2000

const OWNER = '林掌柜'
/** The profile leaves a tenth unassigned; the approved plan says where it goes. */
const LEFT_OVER_BP = 1000

const shareOf = (amount: Cents, bp: number): Cents =>
  multiplyDivide({ amount, numerator: bp, denominator: 10_000, rounding: 'half_up' })

/** A course of the year can be learnt from no less; a smaller demo, as tests make, has no plans. */
const DAYS_MIN = 700

/** The year's share lines of a profile, all of the total and owned; the quarters' shares name no base and stay out. */
function demoBudget(year: number, totalCents: Cents): Plan['budget'] {
  const profile = findProfile(PROFILE)
  assert(profile, 'the demo’s budget profile exists')
  const lines = linesOfProfile(profile, { year, totalCents }).filter((line) => line.period === String(year))
  const owned = lines.map((line): BudgetLine => ({ ...line, owner: OWNER }))
  const [root] = owned
  assert(root, 'a profile has a line for the total')
  const members: BudgetLine = {
    ...root,
    id: 'budget-members',
    parentId: root.id,
    name: '会员与复购',
    kind: 'subsidy',
    channel: null,
    shareBp: LEFT_OVER_BP,
    shareBase: 'total',
    amountCents: null,
  }
  return [...owned, members]
}

/** True for a day that the shop has behind it. */
const isPast = (day: BusinessDay | null, today: BusinessDay): boolean => day !== null && day < today

/**
 * The plan as it stands in a shop that keeps it: everything has somebody who answers for it, past work is done, and the
 * merchant has delivered what was due.
 */
const inHand = (plan: Plan, today: BusinessDay) => ({
  goals: { goals: plan.goals.map((goal) => ({ ...goal, owner: goal.owner ?? OWNER })), measures: plan.measures },
  tasks: plan.tasks.map((task) => ({ ...task, owner: task.owner ?? OWNER, done: isPast(task.dueDay, today) })),
  events: plan.events.map((event) => ({ ...event, owner: event.owner ?? OWNER })),
  requests: plan.requests.filter(({ dueDay }) => !isPast(dueDay, today)),
})

async function makePlan(
  context: Context,
  store: Store,
  caller: PlanCaller,
  { year, assumptions }: { year: number; assumptions: readonly string[] },
): Promise<string> {
  const name = `${year} 年度经营计划`
  const asked = { year, name, from: 'data' as const, growthBp: GROWTH_BP }
  const { plan: made } = await createPlan(context, caller, store, asked, buildFromData)
  for (const template of TEMPLATES)
    await applyTemplate(context, store, caller, { template, plan: made.id, reason: 'demo' })
  const { plan, revisions } = await readPlan(context, store.id, made.id)
  const target = plan.goals.find(({ parentId, metric }) => parentId === null && metric === 'paid')?.target ?? 0
  const profile = findProfile(PROFILE)
  assert(profile, 'the demo’s budget profile exists')
  const { goals, tasks, events, requests } = inHand(plan, businessDayOf(context.clock.now(), store.timezone))
  const rules = rulesOfProfile(profile, year)
  await changeParts(
    context,
    caller,
    made.id,
    {
      header: {
        revision: revisions.header,
        body: { name, profile: PROFILE, texts: DEMO_TEXTS, assumptions },
      },
      goals: { revision: revisions.goals, body: goals },
      tasks: { revision: revisions.tasks, body: tasks },
      events: { revision: revisions.events, body: events },
      requests: { revision: revisions.requests, body: requests },
      budget: {
        revision: revisions.budget,
        body: { lines: demoBudget(year, shareOf(cents(Math.round(target)), BUDGET_BP)), rules },
      },
    },
    'demo',
  )
  return made.id
}

/**
 * The demo shop's plans: the year that its data ends in, approved and running, and a draft of the next. Safe to repeat: a
 * year that has a plan keeps it; a demo of less than two years has none. Errors: `plan_blocked` would mean that the demo's own plan does not stand up to the check.
 */
export async function saveDemoPlans(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  const caller: PlanCaller = { store: store.id, actor, role: 'owner' }
  const known = await knownDays(context, store)
  if (!known || daysBetween(known.from, known.until) < DAYS_MIN) return
  const year = Number(addDays(known.until, -1).slice(0, 4))
  const planned = new Set((await listPlans(context, store.id)).map((plan) => plan.year))
  if (planned.has(year) && planned.has(year + 1)) return
  const assumptions = await saveDemoAssumptions(context, store, { actor, until: known.until })
  if (!planned.has(year)) {
    const id = await makePlan(context, store, caller, { year, assumptions })
    await approvePlan(context, caller, store, id, { asked: { note: 'demo' }, check: checkForApproval })
  }
  if (!planned.has(year + 1)) await makePlan(context, store, caller, { year: year + 1, assumptions })
}
