import { err, ok, type Result } from '@zhanggui/kernel'
import type { Goal, Stage } from '../goal.ts'

/** What a milestone leaves open: 80 % of which target, and by when (X05). */
export type MilestoneQuestion = 'of' | 'byDay'

/**
 * "80 % by the end of the peak-season push" as a stage with one criterion (P2.14). A share without its target or without
 * a day is not guessed.
 * Shape: the stage, from the target's first day to the day of the milestone. Errors: what has to be asked.
 */
export function milestone(input: {
  id: string
  name: string
  shareBp: number
  of: Goal | null
  fromDay: string
  byDay: string | null
}): Result<Stage, MilestoneQuestion[]> {
  const { of, byDay } = input
  const target = of?.target ?? null
  const questions: MilestoneQuestion[] = [
    ...(target === null ? ['of' as const] : []),
    ...(byDay === null ? ['byDay' as const] : []),
  ]
  if (!of || target === null || byDay === null) return err(questions)
  const value = Math.ceil((target * input.shareBp) / 10_000)
  return ok({
    id: input.id,
    name: input.name,
    fromDay: input.fromDay,
    toDay: byDay,
    criteria: [{ metric: of.metric, op: of.direction, value, scope: of.scope }],
  })
}
