import {
  type BackPlannedTask,
  backPlan,
  countWorkdays,
  criticalPath,
  type GanttRow as GanttBar,
  type GanttEvent,
  type GanttTask,
  ganttRows,
  type HolidayOverrides,
  type LateLead,
  lateLeads,
  type Occasion,
  type OccasionRule,
  occasionInYear,
} from '@zhanggui/calendar'
import type { GanttRow } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Plan, PlanEvent, PlanTask } from '@zhanggui/plan'

/** What a bar does not carry itself. */
type Work = { nameEn: string; side: string | null; team: string | null; owner: string | null }

/** Bars with who does them, what is late, and what is critical. `cycle` names tasks that wait for each other in a circle. */
export type Preparation = { rows: GanttRow[]; late: LateLead<GanttTask>[]; cycle: string[] }

type Given = {
  events: readonly GanttEvent[]
  tasks: readonly GanttTask[]
  work: ReadonlyMap<string, Work>
  today: BusinessDay
  overrides: HolidayOverrides
}

type Slack = ReadonlyMap<string, { critical: boolean; slack: number }>

/** Slack within the preparation of each event: what a task can slip without moving the last task of its event. */
function slackOf({ tasks, overrides }: Given): { slack: Slack; cycle: string[] } {
  const slack = new Map<string, { critical: boolean; slack: number }>()
  const cycle: string[] = []
  for (const group of Map.groupBy(tasks, ({ eventId }) => eventId).values()) {
    const ids = new Set(group.map(({ id }) => id))
    const network = criticalPath(
      group.map(({ id, startDay, dueDay, dependsOn }) => ({
        id,
        workdays: dueDay ? countWorkdays(startDay ?? dueDay, addDays(dueDay, 1), overrides) : 0,
        dependsOn: dependsOn.filter((d) => ids.has(d)),
      })),
    )
    if (network.ok) for (const place of network.value.tasks) slack.set(place.id, place)
    else if (network.error.code === 'dependency_cycle') cycle.push(...network.error.tasks)
  }
  return { slack, cycle }
}

function prepare(given: Given): Preparation {
  const { events, tasks, work, today, overrides } = given
  const late = lateLeads(tasks, today, overrides)
  const levels = new Map(late.map(({ task, level }) => [task.id, level]))
  const { slack, cycle } = slackOf(given)
  const rows = ganttRows(events, tasks).map((bar: GanttBar): GanttRow => {
    const { nameEn, side, team, owner } = work.get(bar.id) ?? { nameEn: bar.name, side: null, team: null, owner: null }
    const place = slack.get(bar.id)
    return {
      ...bar,
      phases: [...bar.phases],
      dependsOn: [...bar.dependsOn],
      nameEn,
      side,
      team,
      owner,
      late: levels.get(bar.id) ?? null,
      critical: place?.critical ?? false,
      slackDays: place?.slack ?? null,
    }
  })
  return { rows, late, cycle }
}

const leadTask = (task: BackPlannedTask, occasion: Occasion): GanttTask => ({
  id: task.id,
  title: task.titleZh,
  eventId: `${occasion.id}-${occasion.year}`,
  startDay: task.startDay,
  dueDay: task.dueDay,
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: task.dependsOn,
  done: false,
})

/** Without a plan: the occasions with their usual preparation, counted back. Once one has begun its preparation is behind it. */
export function occasionPreparation(
  occasions: readonly Occasion[],
  { today, overrides }: { today: BusinessDay; overrides: HolidayOverrides },
): Preparation {
  const work = new Map<string, Work>()
  const tasks = occasions.flatMap((occasion) =>
    backPlan(occasion, { overrides }).map((task) => {
      const { titleEn: nameEn, side, team } = task
      work.set(task.id, { nameEn, side, team, owner: null })
      return { ...leadTask(task, occasion), done: occasion.from <= today }
    }),
  )
  const events = occasions.map((occasion): GanttEvent => {
    const id = `${occasion.id}-${occasion.year}`
    work.set(id, { nameEn: occasion.nameEn, side: null, team: null, owner: null })
    return {
      id,
      name: occasion.nameZh,
      fromDay: occasion.from,
      toDay: occasion.to,
      baselineFromDay: null,
      baselineToDay: null,
      phases: occasion.phases,
    }
  })
  return prepare({ events, tasks, work, today, overrides })
}

/** The phases of the occasion that an event follows, as long as the event still has its days. */
function phasesOf(event: PlanEvent, year: number, rules: readonly OccasionRule[]): Occasion['phases'] {
  const rule = rules.find(({ id }) => id === event.occasionId)
  const occasion = rule && occasionInYear(rule, year)
  return occasion && occasion.from === event.fromDay && occasion.to === event.toDay ? occasion.phases : []
}

const workOf = (task: PlanTask): Work => ({ nameEn: task.title, side: task.side, team: task.team, owner: task.owner })

/** A plan's own events and tasks, against the days that they had when it was approved. */
export function planPreparation(
  plan: Plan,
  { rules, today, overrides }: { rules: readonly OccasionRule[]; today: BusinessDay; overrides: HolidayOverrides },
): Preparation {
  const work = new Map(plan.tasks.map((task) => [task.id, workOf(task)]))
  for (const { id, name, owner } of plan.events) work.set(id, { nameEn: name, side: null, team: null, owner })
  const events = plan.events.map((event) => ({ ...event, phases: phasesOf(event, plan.year, rules) }))
  return prepare({ events, tasks: plan.tasks, work, today, overrides })
}
