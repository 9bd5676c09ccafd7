import { ganttRows, type HolidayOverrides, lateLeads, type NetworkPlace } from '@zhanggui/calendar'
import { type CampaignTask, entriesOf, handOvers, taskNetwork, type WithId } from '@zhanggui/campaigns'
import type { CampaignWork, GanttRow, Store } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import { escalate } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readHolidayOverrides } from '../calendar/read-shop-calendar.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readCampaignRow, readEntryRows } from './campaign-rows.ts'
import { shopMoment } from './shop-moment.ts'

const barOf = ({ id, body }: WithId<CampaignTask>) => ({
  id,
  title: body.title,
  eventId: null,
  startDay: body.startDay,
  dueDay: body.dueDay,
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: body.dependsOn,
  done: body.finished !== null,
})

type Given = { tasks: readonly WithId<CampaignTask>[]; today: BusinessDay; overrides: HolidayOverrides }

/** What a task can slip without moving the last task of its own phase: the next phase begins on its day, whatever comes after. */
function placesOf({ tasks, overrides }: Given): Map<string, NetworkPlace> {
  const places = new Map<string, NetworkPlace>()
  for (const group of Map.groupBy(tasks, ({ body }) => body.phase).values()) {
    const own = new Set(group.map(({ id }) => id))
    const inside = group.map(({ id, body }) => ({
      id,
      body: { ...body, dependsOn: body.dependsOn.filter((d) => own.has(d)) },
    }))
    const network = taskNetwork(inside, overrides)
    if (network.ok) for (const place of network.value.tasks) places.set(place.id, place)
  }
  return places
}

function rowsOf(given: Given): Pick<CampaignWork, 'rows' | 'workdays' | 'cycle'> {
  const { tasks, today, overrides } = given
  const network = taskNetwork(tasks, overrides)
  const places = placesOf(given)
  const bars = tasks.map(barOf)
  const late = new Map(lateLeads(bars, today, overrides).map(({ task, level }) => [task.id, level]))
  const byId = new Map(tasks.map(({ id, body }) => [id, body]))
  const rows = ganttRows([], bars).map((bar): GanttRow => {
    const [place, task] = [places.get(bar.id), byId.get(bar.id)]
    return {
      ...bar,
      phases: [],
      dependsOn: [...bar.dependsOn],
      nameEn: bar.name,
      side: null,
      team: task?.team ?? null,
      owner: task?.accountable ?? null,
      late: late.get(bar.id) ?? null,
      critical: place?.critical ?? false,
      slackDays: place?.slack ?? null,
    }
  })
  const cycle = !network.ok && network.error.code === 'dependency_cycle' ? network.error.tasks : []
  return { rows, workdays: network.ok ? network.value.workdays : null, cycle }
}

/** The work of a campaign at this moment: bars, critical path, hand-overs, and who hears of what is late. Errors: throws `not_found`. */
export async function readWork(context: Context, store: Store, campaign: string): Promise<CampaignWork> {
  const { db } = context.records
  const key = { store: store.id, campaign }
  await readCampaignRow(db, key)
  const tasks = entriesOf((await readEntryRows(db, { ...key, kinds: ['task'] })).map(entryOf), 'task')
  const overrides = await readHolidayOverrides(context, store.id)
  const now = context.clock.now()
  const today = shopMoment(now, store.timezone).day
  return {
    ...rowsOf({ tasks, today, overrides }),
    handOvers: handOvers(tasks, now.toISOString()) as CampaignWork['handOvers'],
    overdue: escalate(tasks.map(barOf), today).map(({ task, daysLate, step, waiting }) => ({
      task: task.id,
      daysLate,
      step,
      waiting,
    })),
  }
}
