import { lateLeads } from '@zhanggui/calendar'
import { assert, type BusinessDay } from '@zhanggui/kernel'
import type { PlanTask } from '../plan.ts'

/** Who hears of an overdue task: the one who answers for it, the team, the head of operations (of the merchant's side: the merchant). */
export const ESCALATION_STEPS = ['owner', 'team', 'head'] as const
export type EscalationStep = (typeof ESCALATION_STEPS)[number]

/** From how many days late on each step hears of it. */
export type EscalationLadder = Readonly<Record<EscalationStep, number>>

/** A reminder on the first day, the team after three, the head after a week: a default to be changed, with no source but custom. */
export const ESCALATION_LADDER: EscalationLadder = { owner: 1, team: 3, head: 7 }

/** What escalation asks of a piece of work; tasks of a plan and of a campaign both have it. */
export type Escalatable = Pick<PlanTask, 'id' | 'startDay' | 'dueDay' | 'dependsOn' | 'done'>

/** `waiting`: open tasks that cannot begin before it, one behind the other. Who has others waiting is heard of one step earlier. */
export type Escalation<T extends Escalatable = PlanTask> = {
  task: T
  daysLate: number
  step: EscalationStep
  waiting: string[]
}

/** Open tasks that wait for a task, directly or through others. */
function waitingFor(id: string, followers: ReadonlyMap<string, readonly Escalatable[]>): string[] {
  const found = new Set<string>()
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const follower of followers.get(next) ?? [])
      if (!found.has(follower.id) && follower.id !== id) {
        found.add(follower.id)
        queue.push(follower.id)
      }
  return [...found]
}

function stepOf(daysLate: number, ladder: EscalationLadder): number {
  return ESCALATION_STEPS.findLastIndex((step) => daysLate >= ladder[step])
}

/**
 * What is overdue on a day and who has to hear of it by now (P3.22), the latest first.
 * Shape: tasks that are done or have no due day are left out, and so are those below the ladder's first step.
 * Errors: throws on a ladder that does not rise.
 */
export function escalate<T extends Escalatable>(
  tasks: readonly T[],
  today: BusinessDay,
  ladder: EscalationLadder = ESCALATION_LADDER,
): Escalation<T>[] {
  assert(
    ladder.owner <= ladder.team && ladder.team <= ladder.head,
    'each step hears of it no earlier than the one before',
  )
  const followers = new Map<string, T[]>()
  for (const task of tasks)
    if (!task.done) for (const id of task.dependsOn) followers.set(id, [...(followers.get(id) ?? []), task])
  return lateLeads(tasks, today)
    .flatMap(({ task, level, daysLate }): Escalation<T>[] => {
      const own = level === 'overdue' ? stepOf(daysLate, ladder) : -1
      const waiting = own < 0 ? [] : waitingFor(task.id, followers)
      const step = ESCALATION_STEPS[Math.min(ESCALATION_STEPS.length - 1, own + (waiting.length > 0 ? 1 : 0))]
      return own < 0 || step === undefined ? [] : [{ task, daysLate, step, waiting }]
    })
    .toSorted((a, b) => b.daysLate - a.daysLate)
}
