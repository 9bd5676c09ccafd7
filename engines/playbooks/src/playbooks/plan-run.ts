import type { Occasion, Reason, Tell } from '../actions/action-type.ts'
import { actionType } from '../actions/index.ts'
import { applyChanges, type Change, keyOf, type World } from './change.ts'
import type { Playbook } from './playbook.ts'

/** What one action of a run comes to. */
export type PlannedAction = { type: string; changes: readonly Change[]; tells: readonly Tell[]; cannot: Reason | null }

export type RunPlan = {
  actions: readonly PlannedAction[]
  /** Of all actions, each starting from what the ones before it leave. */
  changes: readonly Change[]
  tells: readonly Tell[]
}

/** Types of subjects that a playbook's actions read, so that the caller can load them. */
export const subjectTypesOf = ({ actions }: Pick<Playbook, 'actions'>): string[] => [
  ...new Set(actions.flatMap(({ type }) => actionType(type)?.reads ?? [])),
]

/** Two changes of one field in one run are one, from the first's before to the last's after; back where it was is none. */
function merged(changes: readonly Change[]): Change[] {
  const byField = new Map<string, Change>()
  for (const change of changes) {
    const key = `${keyOf(change.subject)}#${change.field}`
    const first = byField.get(key)
    byField.set(key, first ? { ...change, before: first.before } : change)
  }
  return [...byField.values()].filter(({ before, after }) => before !== after)
}

/**
 * What a playbook would do now, action after action, without doing anything: the preview is what is then written.
 * Errors: throws on an action that is not there; `playbookFaults` says so before.
 */
export function planRun(playbook: Pick<Playbook, 'actions'>, world: World, occasion: Occasion): RunPlan {
  let after = world
  const actions = playbook.actions.map(({ type, params }): PlannedAction => {
    const declared = actionType(type)
    if (!declared) throw new Error(`no action ${type}`)
    const planned = declared.plan(params, after, occasion)
    if ('cannot' in planned) return { type, changes: [], tells: [], cannot: planned.cannot }
    after = applyChanges(after, planned.changes)
    return { type, ...planned, cannot: null }
  })
  const changes = merged(actions.flatMap((action) => action.changes))
  return { actions, changes, tells: actions.flatMap((action) => action.tells) }
}
