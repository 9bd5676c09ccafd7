import type { GoalsView, Unit } from '@zhanggui/contract'
import { formatFigure } from '../../output/format-figure.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Store = Awaited<ReturnType<Server['getStore']>>

/** The plan's goals as they stand, and what the commands work with. */
export type GoalsAtWork = {
  context: Context
  goals: Server['goals']
  store: Store
  caller: { store: string; actor: string; role: 'owner' }
  plan: string
  view: GoalsView
}

/** Opens the installation and reads a plan's goals first: their revision goes back with every change. */
export function withGoals<T>(
  shell: Shell,
  { store: id, plan }: { store: string; plan: string },
  work: (at: GoalsAtWork) => Promise<T>,
): Promise<T> {
  return withContext(shell, async (context, server) => {
    const store = await server.getStore(context, id)
    const caller = { store: store.id, actor: shell.actor, role: 'owner' as const }
    const view = await server.goals.viewGoals(context, store, plan)
    return work({ context, goals: server.goals, store, caller, plan, view })
  })
}

type Goal = GoalsView['goals'][number]

/** What a goal is called: its name, or its metric and what it is set on. */
export function goalTitle(goal: Goal, view: Pick<GoalsView, 'metrics' | 'labels'>, { language }: Shell): string {
  const metric = view.metrics.find((m) => m.id === goal.metric)
  const what = (language === 'zh' ? metric?.nameZh : metric?.nameEn) ?? goal.metric
  const where = Object.entries(goal.scope).map(([d, value]) => view.labels[d]?.[value] ?? (value || '未知 unknown'))
  return [goal.name || what, ...(goal.name ? [] : where)].join(' · ')
}

/** A goal's figure for people. */
export function goalFigure(value: number | null, goal: Goal, view: GoalsView, { language }: Shell): string {
  const unit: Unit | null = view.metrics.find((m) => m.id === goal.metric)?.unit ?? null
  return formatFigure(value, { unit, currency: view.currency, language })
}
