import { type BlockId, BUILDING_BLOCKS, type DatedBlock, placeBlocks } from '@zhanggui/calendar'
import type { CalendarOccasion, PlacedOccasion, PlaceOccasion, PlanEvent, PlanTask, Store } from '@zhanggui/contract'
import { addDays, parseDay, periodOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { changeParts, type PlanCaller } from '../../goals/plans/change-plan.ts'
import { toDetail } from '../../goals/plans/plan-routes.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { calendarOccasions } from './calendar-occasions.ts'
import { readStatedOccasions } from './read-shop-calendar.ts'

/** A block is briefed, built and tested in two weeks. A default of this project. */
const SETUP_DAYS = 14

const isBlock = (id: string): id is BlockId => BUILDING_BLOCKS.some((block) => block.id === id)

/** Errors: throws `invalid_request` naming the first that is no building block. */
function requireBlocks(ids: readonly string[]): BlockId[] {
  return ids.map((id) => {
    if (isBlock(id)) return id
    const known = BUILDING_BLOCKS.map((block) => block.id).join(', ')
    throw new ApiFailure('invalid_request', { where: `blocks: 没有“${id}”，可选 / unknown, choose from: ${known}` })
  })
}

/** The occasion of that main day. Errors: throws `not_found`. */
async function findOccasion(context: Context, store: Store, { occasion: id, mainDay }: PlaceOccasion) {
  const day = parseDay(mainDay)
  const founded = store.foundedDay ? parseDay(store.foundedDay) : null
  const stated = await readStatedOccasions(context, store.id)
  const found = calendarOccasions(founded, stated, { from: day, to: addDays(day, 1) })
  const occasion = found.find((o) => o.id === id && o.mainDay === mainDay)
  if (!occasion) throw new ApiFailure('not_found', { what: `calendar/occasions/${id} ${mainDay}` })
  return occasion
}

const datedBlocks = (occasion: CalendarOccasion, ids: readonly BlockId[]): DatedBlock[] => {
  const day = (text: string) => parseDay(text)
  const phases = occasion.phases.map((p) => ({ ...p, from: day(p.from), to: day(p.to) }))
  const span = { from: day(occasion.from), to: day(occasion.to), mainDay: day(occasion.mainDay) }
  return placeBlocks({ ...occasion, ...span, phases, weight: 0 }, ids)
}

function eventOf(occasion: CalendarOccasion): PlanEvent {
  const { id, mainDay, kind, nameZh, from, to } = occasion
  return {
    id: `occasion-${id}-${mainDay}`,
    occasionId: id,
    kind,
    name: nameZh,
    declaredQuarter: null,
    mainDay,
    fromDay: from,
    toDay: to,
    baselineFromDay: null,
    baselineToDay: null,
    theme: '',
    mechanics: [],
    channels: [],
    owner: null,
    note: '',
    source: null,
  }
}

/** A block is ready on the day before it begins. */
function taskOf(event: PlanEvent, block: DatedBlock): PlanTask {
  const dueDay = addDays(block.from, -1)
  const last = addDays(block.to, -1)
  return {
    id: `${event.id}/${block.id}`,
    title: `${event.name} · ${block.nameZh}`,
    detail: block.from === last ? `${block.from} 当天进行。` : `${block.from} 至 ${last} 进行。`,
    period: periodOf('month', dueDay),
    side: 'agency',
    team: BUILDING_BLOCKS.find(({ id }) => id === block.id)?.team ?? 'operations',
    owner: null,
    startDay: addDays(dueDay, -SETUP_DAYS),
    dueDay,
    baselineStartDay: null,
    baselineDueDay: null,
    dependsOn: [],
    eventId: event.id,
    templateId: `block:${block.id}`,
    evidence: '配置截图与测试记录',
    done: false,
    source: null,
  }
}

/** The event that the plan has for the occasion already, or a new one; either names its blocks among the mechanics. */
function withEvent(events: readonly PlanEvent[], occasion: CalendarOccasion, blocks: readonly DatedBlock[]) {
  const { id, mainDay } = occasion
  const there = events.find((event) => event.occasionId === id && event.mainDay === mainDay)
  const base = there ?? eventOf(occasion)
  const mechanics = [...new Set([...base.mechanics, ...blocks.map(({ nameZh }) => nameZh)])]
  const event = { ...base, mechanics }
  return { event, isNew: !there, body: there ? events.map((e) => (e === there ? event : e)) : [...events, event] }
}

/**
 * Puts an occasion with its building blocks into a draft plan (P3.13): the anniversary becomes an event with a draw in the pre-heat,
 * a flash sale in the burst and a live session on the main day, each a task with its due day. What is there already stays.
 * Errors: throws `not_found`, `invalid_request`, `plan_approved`, `stale_version`.
 */
export async function placeOccasion(
  context: Context,
  store: Store,
  caller: PlanCaller,
  asked: PlaceOccasion,
): Promise<PlacedOccasion> {
  const occasion = await findOccasion(context, store, asked)
  const plan = toDetail(await readPlan(context, store.id, asked.plan))
  if (!asked.mainDay.startsWith(`${plan.year}-`))
    throw new ApiFailure('invalid_request', { where: `mainDay: 不在 ${plan.year} 年 / not in the plan’s year` })
  const blocks = datedBlocks(occasion, requireBlocks(asked.blocks ?? occasion.blocks.map(({ id }) => id)))
  const { event, isNew, body } = withEvent(plan.events, occasion, blocks)
  const there = new Set(plan.tasks.map(({ id }) => id))
  const tasks = blocks.map((block) => taskOf(event, block))
  const fresh = tasks.filter(({ id }) => !there.has(id))
  const { revisions } = plan
  await changeParts(
    context,
    caller,
    asked.plan,
    {
      events: { revision: revisions.events, body },
      tasks: { revision: revisions.tasks, body: [...plan.tasks, ...fresh] },
    },
    asked.reason || `节点 ${occasion.nameZh}`,
  )
  const present = (isNew ? 0 : 1) + tasks.length - fresh.length
  return { event: event.id, events: isNew ? 1 : 0, tasks: fresh.length, present }
}
