import type { Goal, GoalTree, Metrics, SumConflict } from '@zhanggui/goals'
import { goalNames } from './goal-names.ts'
import { GoalsFailure } from './goals-failure.ts'

const named = (ids: readonly string[], byId: ReadonlyMap<string, Goal>): Goal[] =>
  ids.map((id) => byId.get(id)).filter((g) => g !== undefined)

function byHowMuch(by: number | null, metric: string, metrics: Metrics): { zh: string; en: string } {
  if (by === null) return { zh: '', en: '' }
  const money = metrics.get(metric)?.unit === 'money'
  const amount = money ? (by / 100).toFixed(2) : String(by)
  return { zh: `，相差 ${amount}${money ? ' 元' : ''}`, en: `, ${amount} too much` }
}

/** The refusal that names the goals whose locks, floors and caps contradict each other. */
export function conflictFailure(tree: GoalTree, conflict: SumConflict): GoalsFailure {
  const goals = named(conflict.goals, tree.byId)
  const by = byHowMuch(conflict.by, goals[0]?.metric ?? '', tree.metrics)
  return new GoalsFailure(
    'goals_conflict',
    {
      zh: `这些目标互相矛盾${by.zh}：${goalNames(goals, tree.metrics, 'zh')}。没有改动任何目标；请解锁或放宽其中一个，或改由其他目标承担差额。`,
      en: `These goals contradict each other${by.en}: ${goalNames(goals, tree.metrics, 'en')}. Nothing was changed; unlock or loosen one of them, or let other goals take up the difference.`,
    },
    { ...conflict },
  )
}
