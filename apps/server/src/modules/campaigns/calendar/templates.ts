import {
  instantiateTemplate,
  type PlanTemplate,
  TEMPLATES,
  type TemplateInstance,
  templatePeriod,
} from '@zhanggui/calendar'
import type { AppliedTemplate, CalendarTemplate, PlanEvent, PlanRequest, PlanTask, Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { changeParts, type PlanCaller } from '../../goals/plans/change-plan.ts'
import { toDetail } from '../../goals/plans/plan-routes.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { occasionRulesOf, readCountedOccasions, readHolidayOverrides } from './read-shop-calendar.ts'

type Instance = { template: PlanTemplate; made: TemplateInstance }

async function instances(context: Context, store: Store, year: number): Promise<Instance[]> {
  const [own, overrides] = await Promise.all([
    readCountedOccasions(context, store.id),
    readHolidayOverrides(context, store.id),
  ])
  const rules = occasionRulesOf(own)
  const founded = store.foundedDay ? parseDay(store.foundedDay) : null
  return TEMPLATES.map((template) => ({
    template,
    made: instantiateTemplate(template, { year, founded, overrides, rules }),
  }))
}

const toEvents = ({ made }: Instance): PlanEvent[] =>
  made.events.map((event) => ({ ...event, mechanics: [...event.mechanics], channels: [...event.channels] }))

const toTasks = ({ made }: Instance): PlanTask[] =>
  made.tasks.map(({ column: _column, asks: _asks, ...task }) => ({ ...task, dependsOn: [...task.dependsOn] }))

/** What the merchant is asked for stands among the requests too, where it is answered. */
const toRequests = ({ made }: Instance): PlanRequest[] =>
  made.tasks.flatMap(({ id, asks, title, detail, period, dueDay }): PlanRequest[] =>
    asks
      ? [{ id, kind: asks, text: `${title}：${detail}`, period, amountCents: null, dueDay, owner: null, source: null }]
      : [],
  )

function present(instance: Instance): CalendarTemplate {
  const { template, made } = instance
  return {
    id: template.id,
    row: template.row,
    nameZh: template.nameZh,
    nameEn: template.nameEn,
    themeZh: template.themeZh,
    source: template.source,
    period: templatePeriod(template, made.year),
    paidPromotion: template.paidPromotion,
    events: toEvents(instance),
    tasks: toTasks(instance),
    requests: toRequests(instance),
    figures: made.figures.map((figure) => ({ ...figure, max: figure.max ?? null })),
    corrections: made.corrections.map(({ eventId, declared, corrected, mainDay }) => ({
      eventId,
      declared,
      corrected,
      mainDay,
    })),
    undated: made.undated.map(({ name, reason }) => ({ name, reason })),
  }
}

/** Every template placed in a year, with the shop's own occasions, holidays and founding day. */
export async function listTemplates(context: Context, store: Store, year: number): Promise<CalendarTemplate[]> {
  return (await instances(context, store, year)).map(present)
}

/** The list with what it lacks, and how many of the new ones it had already. */
function addMissing<T extends { id: string }>(list: readonly T[], added: readonly T[]): { body: T[]; count: number } {
  const known = new Set(list.map(({ id }) => id))
  const missing = added.filter(({ id }) => !known.has(id))
  return { body: [...list, ...missing], count: missing.length }
}

/** A quarter put right leaves a word at the event, so that nobody wonders. */
function withCorrections({ made }: Instance, events: PlanEvent[]): PlanEvent[] {
  return events.map((event) => {
    const correction = made.corrections.find(({ eventId }) => eventId === event.id)
    if (!correction) return event
    return {
      ...event,
      note: `来源写在 ${correction.declared}，按日期 ${correction.mainDay} 更正为 ${correction.corrected}。`,
    }
  })
}

/**
 * Adds a template's events, tasks and requests to a draft plan of any year; what is there already stays as it is.
 * Errors: throws `not_found`, `plan_approved`, `stale_version` when somebody changed the plan at the same moment.
 */
export async function applyTemplate(
  context: Context,
  store: Store,
  caller: PlanCaller,
  asked: { template: string; plan: string; reason: string },
): Promise<AppliedTemplate> {
  const plan = toDetail(await readPlan(context, store.id, asked.plan))
  const { revisions } = plan
  const instance = (await instances(context, store, plan.year)).find(({ template }) => template.id === asked.template)
  if (!instance) throw new ApiFailure('not_found', { what: `calendar/templates/${asked.template}` })
  const events = addMissing<PlanEvent>(plan.events, withCorrections(instance, toEvents(instance)))
  const tasks = addMissing<PlanTask>(plan.tasks, toTasks(instance))
  const requests = addMissing<PlanRequest>(plan.requests, toRequests(instance))
  const reason = asked.reason || `模板 ${instance.template.nameZh}`
  await changeParts(
    context,
    caller,
    asked.plan,
    {
      events: { revision: revisions.events, body: events.body },
      tasks: { revision: revisions.tasks, body: tasks.body },
      requests: { revision: revisions.requests, body: requests.body },
    },
    reason,
  )
  const all = instance.made.events.length + instance.made.tasks.length + toRequests(instance).length
  const added = events.count + tasks.count + requests.count
  return { events: events.count, tasks: tasks.count, requests: requests.count, present: all - added }
}
