import type { BusinessDay } from '@zhanggui/kernel'
import { enrolEvent, findEventPack, sayEventProblem } from '@zhanggui/promotion'
import { type Reason, reason } from '../reason.ts'
import type { CampaignTask, WithId } from '../tasks/campaign-task.ts'
import type { Enrolment } from './enrolment.ts'
import type { Projection } from './project-threshold.ts'

/** What the goods and terms of an entry lack against the rules of the event (P6.24). */
export function goodsProblems(id: string, enrolment: Enrolment): Reason[] {
  const pack = findEventPack(enrolment.event)
  if (!pack)
    return [reason('unknown_event', `不认识活动“${enrolment.event}”`, `The event "${enrolment.event}" is not known`)]
  const { from, until, unitsPerBuyer, goods, coinShareBp } = enrolment
  const made = enrolEvent(pack, {
    entryId: id,
    shopId: '',
    from,
    until,
    unitsPerBuyer,
    goods,
    ...(coinShareBp > 0 && { coinShareBp }),
  })
  if (made.ok) return []
  return made.error.map((problem) => {
    const { zh, en } = sayEventProblem(problem)
    return reason(problem.code, zh, en)
  })
}

/** An id that stays the same from day to day: a task is raised once, whatever the figure does. */
export const rectifyId = (enrolment: string, metric: string): string => `fix-${enrolment}-${metric}`.slice(0, 60)

const figure = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))))

/**
 * The work that a threshold which will not hold asks for, one task each; nothing for thresholds that hold by then.
 * Due on the last day before the deadline on which it still helps.
 */
export function rectifyTasks(
  { id, body }: WithId<Enrolment>,
  projections: readonly Projection[],
  { today, nameOf }: { today: BusinessDay; nameOf: (metric: string) => string },
): WithId<CampaignTask>[] {
  return projections
    .filter(({ passesThen }) => !passesThen)
    .map(({ metric, op, limit, now, atDeadline, neededDaily }) => ({
      id: rectifyId(id, metric),
      body: {
        title: `报名整改：${nameOf(metric)} ${op === 'atLeast' ? '≥' : '≤'} ${figure(limit)}（现在 ${figure(now)}，到期预计 ${figure(atDeadline)}）`,
        team: 'operations',
        phase: 'preheat',
        accountable: body.owner,
        responsible: [],
        consulted: [],
        informed: [],
        startDay: today < body.deadline ? today : body.deadline,
        dueDay: body.deadline,
        workdays: 1,
        dependsOn: [],
        deliverable: neededDaily === null ? `${body.title} 达标` : `从现在起每天 ${figure(neededDaily)} 才能达标`,
        action: 'enrolment',
        started: null,
        finished: null,
      } satisfies CampaignTask,
    }))
}
