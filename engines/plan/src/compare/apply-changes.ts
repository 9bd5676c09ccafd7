import { assert } from '@zhanggui/kernel'
import { CHAPTERS, type Plan } from '../plan.ts'
import { headerFields } from './compare-plans.ts'
import type { PlanChange } from './plan-change.ts'

type Entry = { readonly id: string }

const patched = <T extends object>(object: T, change: PlanChange): T => ({
  ...object,
  ...Object.fromEntries(change.fields.map(({ field, after }) => [field, after])),
})

function inOrder<T extends Entry>(objects: readonly T[], ids: readonly string[]): T[] {
  const byId = new Map(objects.map((object) => [object.id, object]))
  return ids.map((id) => {
    const object = byId.get(id)
    assert(object, `the order names an object that is there, "${id}" is not`)
    return object
  })
}

function changeList<T extends Entry>(objects: readonly T[], changes: readonly PlanChange[]): T[] {
  const own = new Map(changes.filter(({ id }) => id !== '').map((change) => [change.id, change]))
  const kept = objects.flatMap((object) => {
    const change = own.get(object.id)
    if (change?.kind === 'removed') return []
    return [change ? patched(object, change) : object]
  })
  const added = changes
    .filter(({ kind }) => kind === 'added')
    .map((change) => patched<Entry>({ id: change.id }, change) as T)
  const order = changes.find(({ id, kind }) => id === '' && kind === 'changed')?.fields[0]?.after
  return Array.isArray(order) ? inOrder([...kept, ...added], order as string[]) : [...kept, ...added]
}

function changeHeader(
  plan: Plan,
  changes: readonly PlanChange[],
): Pick<Plan, 'name' | 'profile' | 'texts' | 'assumptions'> {
  const flat = changes.reduce(patched, headerFields(plan))
  const texts = Object.fromEntries(CHAPTERS.map((chapter) => [chapter, flat[`texts.${chapter}`]])) as Plan['texts']
  const { name, profile, assumptions } = flat as Pick<Plan, 'name' | 'profile' | 'assumptions'>
  return { name, profile, texts, assumptions }
}

/**
 * The plan with the changes that `comparePlans` named.
 * Errors: throws when an order names an object that is not there; the changes then belong to another plan.
 */
export function applyChanges(plan: Plan, changes: readonly PlanChange[]): Plan {
  const of = (list: PlanChange['list']): PlanChange[] => changes.filter((change) => change.list === list)
  return {
    ...plan,
    ...changeHeader(plan, of('header')),
    goals: changeList(plan.goals, of('goals')),
    measures: changeList(plan.measures, of('measures')),
    stages: changeList(plan.stages, of('stages')),
    budget: changeList(plan.budget, of('budget')),
    events: changeList(plan.events, of('events')),
    tasks: changeList(plan.tasks, of('tasks')),
    requests: changeList(plan.requests, of('requests')),
    table: changeList(plan.table, of('table')),
    budgetRules: of('budgetRules').reduce(patched, plan.budgetRules),
  }
}
