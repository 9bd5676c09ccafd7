import type { PlanGoals } from '../plans/plan.ts'

/** Minutes that it took, each from the one before it: from the fault, from detection, from the start. Null: it never came. */
export type Times = { detect: number | null; start: number | null; restore: number | null }

export type ScoreParts = { detect: number; start: number; restore: number; clocks: number; told: number }

const WEIGHTS: ScoreParts = { detect: 25, start: 20, restore: 25, clocks: 15, told: 15 }

/** Full marks within the goal, half at twice the goal, none when it never came. */
const timeMarks = (minutes: number | null, goal: number): number =>
  minutes === null ? 0 : minutes <= goal ? 1 : goal / minutes

const share = (of: number, all: number): number => (all === 0 ? 1 : of / all)

export type Scored = {
  times: Times
  goals: PlanGoals
  clocksKept: number
  clocks: number
  affected: number
  told: number
}

/** 0 to 100: how well a plan was carried out (P15.11). Shape: whole points a part, and their sum. */
export function scorePlan(scored: Scored): { parts: ScoreParts; total: number } {
  const { times, goals } = scored
  const marks: ScoreParts = {
    detect: timeMarks(times.detect, goals.detectMinutes),
    start: timeMarks(times.start, goals.startMinutes),
    restore: timeMarks(times.restore, goals.restoreMinutes),
    clocks: times.detect === null ? 0 : share(scored.clocksKept, scored.clocks),
    told: share(scored.told, scored.affected),
  }
  const keys = Object.keys(WEIGHTS) as (keyof ScoreParts)[]
  const parts = Object.fromEntries(keys.map((key) => [key, Math.round(marks[key] * WEIGHTS[key])])) as ScoreParts
  return { parts, total: keys.reduce((sum, key) => sum + parts[key], 0) }
}

/** Every time within its goal: what a drill must show to have passed. */
export const isWithinGoals = ({ detect, start, restore }: Times, goals: PlanGoals): boolean =>
  detect !== null &&
  start !== null &&
  restore !== null &&
  detect <= goals.detectMinutes &&
  start <= goals.startMinutes &&
  restore <= goals.restoreMinutes
