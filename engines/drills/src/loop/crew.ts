import { createRng, type Rng } from '@zhanggui/kernel'
import type { ContingencyPlan, PlanStep } from '../plans/plan.ts'

/** How quick people are. Shares of a step's limit; minutes until somebody on duty takes over or answers a question. */
export type CrewPace = { stepMedian: number; spread: number; answerMinutes: number; perRole: number }

export const CREW: CrewPace = { stepMedian: 0.4, spread: 0.35, answerMinutes: 3, perRole: 3 }

/** One step that somebody works on. Minutes of the day; the day may be over by then. */
export type StepTime = { step: PlanStep; beganAt: number; doneAt: number; waitedMinutes: number }

/** Long steps do not keep a person from everything else. */
const BUSY_MINUTES_MAX = 60

/** Who has time when. The same plan in the same drill takes the same time, whatever else goes on, but for the waiting. */
export class Crew {
  private readonly seed: string
  private readonly pace: CrewPace
  private readonly freeAt = new Map<string, number[]>()

  constructor(seed: string, pace: CrewPace = CREW) {
    this.seed = seed
    this.pace = pace
  }

  private rng(what: string): Rng {
    return createRng(`crew/${this.seed}/${what}`)
  }

  private drawn(median: number, what: string): number {
    return Math.max(1, Math.round(median * Math.exp(this.pace.spread * this.rng(what).normal())))
  }

  /** Minutes until somebody takes a plan over. */
  takeOver(plan: string): number {
    return this.drawn(this.pace.answerMinutes, `take/${plan}`)
  }

  /** Minutes until so many people have agreed to a run. */
  agree(playbook: string, people: number): number {
    return Array.from({ length: people }, (_, i) =>
      this.drawn(this.pace.answerMinutes, `agree/${playbook}/${i}`),
    ).reduce((sum, minutes) => sum + minutes, 0)
  }

  private seats(role: string): number[] {
    const seats = this.freeAt.get(role) ?? Array.from({ length: this.pace.perRole }, () => 0)
    this.freeAt.set(role, seats)
    return seats
  }

  /** Gives every step of a plan to the people of its role, in order. */
  schedule(plan: Pick<ContingencyPlan, 'id' | 'steps'>, from: number): StepTime[] {
    const doneAt = new Map<string, number>()
    return plan.steps.map((step) => {
      const mayBegin = step.after === null ? from : (doneAt.get(step.after) ?? from)
      const seats = this.seats(step.role)
      const free = Math.min(...seats)
      const beganAt = Math.max(mayBegin, free)
      const room = step.limitMinutes - (mayBegin - from)
      const minutes = this.drawn(Math.max(1, room * this.pace.stepMedian), `${plan.id}/${step.id}`)
      seats[seats.indexOf(free)] = beganAt + Math.min(minutes, BUSY_MINUTES_MAX)
      doneAt.set(step.id, beganAt + minutes)
      return { step, beganAt, doneAt: beganAt + minutes, waitedMinutes: beganAt - mayBegin }
    })
  }
}
