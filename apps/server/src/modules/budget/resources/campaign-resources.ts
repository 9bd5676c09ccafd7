import { assureResources, type ResourceKind, type ResourceNeed } from '@zhanggui/budget'
import type { CampaignResources } from '@zhanggui/contract'
import type { PlanTask, PlanTeam } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { RESOURCE_NEEDS } from './resource-needs.ts'

type Need = ResourceNeed & { from: 'register' | 'plan' }

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const registered = ({ id, data }: StoredRow): Need => ({
  id,
  eventId: textOf(data.event) ?? '',
  kind: data.kind as ResourceKind,
  name: textOf(data.name) ?? '',
  needed: numberOf(data.needed) ?? 0,
  available: numberOf(data.available),
  unit: textOf(data.unit) ?? '',
  dueDay: textOf(data.dueDay),
  owner: textOf(data.owner),
  from: 'register',
})

/** Which kind of resource a team's work is. */
const KIND_OF_TEAM: Partial<Record<PlanTeam, ResourceKind>> = {
  technology: 'technology',
  product: 'goods',
  logistics: 'goods',
}

const kindOfTask = (task: PlanTask): ResourceKind => KIND_OF_TEAM[task.team] ?? 'people'

/** Tasks of a campaign by team: needed are all of them, available those that somebody answers for. */
function needsOfTasks({ plan }: LoadedBudget): Need[] {
  const groups = Map.groupBy(
    plan.tasks.filter((task) => task.eventId !== null),
    (task) => JSON.stringify([task.eventId, task.team]),
  )
  return [...groups].flatMap(([key, tasks]) => {
    const [first] = tasks
    if (!first) return []
    const owned = tasks.filter((task) => task.owner !== null)
    const dueDays = tasks.flatMap((task) => task.dueDay ?? []).toSorted()
    return [
      {
        id: `tasks:${key}`,
        eventId: first.eventId ?? '',
        kind: kindOfTask(first),
        name: first.team,
        needed: tasks.length,
        available: owned.length,
        unit: 'tasks',
        dueDay: dueDays[0] ?? null,
        owner: owned[0]?.owner ?? null,
        from: 'plan' as const,
      },
    ]
  })
}

/** Budget lines of a campaign: what the plan gives it; a line without an amount is money that nobody has said. */
function needsOfLines({ plan, resolved }: LoadedBudget): Need[] {
  return plan.budget.flatMap((line) => {
    const amount = resolved.lines.find((r) => r.id === line.id && r.isLeaf)
    if (line.eventId === null || !amount) return []
    const { amountCents } = amount
    const money = { needed: amountCents ?? 0, available: amountCents, unit: 'cents' }
    const { eventId, name, owner } = line
    return [
      {
        id: `line:${line.id}`,
        eventId,
        kind: 'money' as const,
        name,
        ...money,
        dueDay: null,
        owner,
        from: 'plan' as const,
      },
    ]
  })
}

/** People, money, goods, technology and partners of every campaign of a plan, with the gaps (P4.17). */
export async function campaignResources(context: Context, caller: BudgetCaller): Promise<CampaignResources[]> {
  const loaded = await loadBudget(context, caller)
  const rows = await readAllRows(context, RESOURCE_NEEDS, caller.store)
  const mine = rows.filter(({ data }) => data.plan === caller.plan).map(registered)
  const needs = [...mine, ...needsOfLines(loaded), ...needsOfTasks(loaded)]
  const fromOf = new Map(needs.map((need) => [need.id, need.from]))
  const dayOf = new Map(loaded.plan.events.map((event) => [event.id, event.fromDay]))
  return assureResources(loaded.plan.events, needs).map(({ kinds, ...campaign }) => ({
    ...campaign,
    fromDay: dayOf.get(campaign.eventId) ?? '',
    kinds: kinds.map(({ kind, needs: own, gaps }) => ({
      kind,
      needs: own.map(({ eventId: _, kind: __, ...need }) => ({ ...need, from: fromOf.get(need.id) ?? 'register' })),
      gaps: gaps.map(({ eventId: _, kind: __, ...gap }) => gap),
    })),
  }))
}
