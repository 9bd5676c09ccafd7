import { figure, type Sentence } from '../document.ts'
import type { GoalFact } from '../library/facts.ts'
import { say, type Telling, unitOf } from '../library/telling.ts'

/** A goal, what came of it and what is left. Silent where either is not known. */
export function sayAttainment(telling: Telling, goal: GoalFact): Sentence[] {
  const { target, actual, figures, name, metric } = goal
  if (target === null || actual === null || target === 0) return []
  const rest = target - actual
  const unit = unitOf(telling, metric)
  return [
    {
      pieces: [
        say(telling, `${name}目标 `, `${name}: target `),
        figures.target,
        say(telling, '，完成 ', ', done '),
        figures.actual,
        say(telling, '，完成率 ', ', which is '),
        figure(actual / target, 'ratio', figures.actual.ref),
        ...(rest > 0
          ? [say(telling, '，还差 ', ', '), figure(rest, unit, figures.target.ref), say(telling, '', ' to go')]
          : [say(telling, '，超出 ', ', '), figure(-rest, unit, figures.target.ref), say(telling, '', ' above it')]),
        say(telling, '。', '.'),
      ],
    },
  ]
}
