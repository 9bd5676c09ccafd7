import { PLAN_LISTS, type PlanList, planLists } from '../parts/plan-parts.ts'
import { CHAPTERS, type Plan } from '../plan.ts'
import type { FieldChange, PlanChange } from './plan-change.ts'
import { sameValue } from './same-value.ts'

type Entry = { readonly id: string }

/** What a person calls the object. */
function nameOf(object: object): string {
  for (const key of ['name', 'nameZh', 'title', 'text', 'theme']) {
    const value: unknown = Reflect.get(object, key)
    if (typeof value === 'string' && value !== '') return value.slice(0, 80)
  }
  return String(Reflect.get(object, 'metric') ?? Reflect.get(object, 'period') ?? '')
}

const fieldsOf = (object: object): [string, unknown][] => Object.entries(object).filter(([name]) => name !== 'id')

const fieldChanges = (before: object, after: object): FieldChange[] => {
  const names = new Set([...fieldsOf(before), ...fieldsOf(after)].map(([name]) => name))
  return [...names]
    .map((field) => ({ field, before: Reflect.get(before, field) ?? null, after: Reflect.get(after, field) ?? null }))
    .filter((change) => !sameValue(change.before, change.after))
}

const place = (list: PlanList, object: Entry) => ({ part: PLAN_LISTS[list], list, id: object.id, name: nameOf(object) })

const added = (list: PlanList, object: Entry): PlanChange => ({
  ...place(list, object),
  kind: 'added',
  fields: fieldsOf(object).map(([field, after]) => ({ field, before: null, after })),
})

const removed = (list: PlanList, object: Entry): PlanChange => ({
  ...place(list, object),
  kind: 'removed',
  fields: fieldsOf(object).map(([field, before]) => ({ field, before, after: null })),
})

const byId = (objects: readonly Entry[]): Map<string, Entry> => new Map(objects.map((object) => [object.id, object]))

/** What keeps its place stands first, what is new stands behind it; any other order is said. */
function orderChange(list: PlanList, a: readonly Entry[], b: readonly Entry[]): PlanChange[] {
  const [before, after] = [byId(a), byId(b)]
  const natural = [...a.filter(({ id }) => after.has(id)), ...b.filter(({ id }) => !before.has(id))]
  if (natural.every(({ id }, index) => b[index]?.id === id)) return []
  const fields = [{ field: 'order', before: a.map(({ id }) => id), after: b.map(({ id }) => id) }]
  return [{ part: PLAN_LISTS[list], list, id: '', name: '', kind: 'changed', fields }]
}

function compareList(list: PlanList, a: readonly Entry[], b: readonly Entry[]): PlanChange[] {
  const [before, after] = [byId(a), byId(b)]
  const gone = a.filter(({ id }) => !after.has(id)).map((object) => removed(list, object))
  const rest = b.flatMap((object): PlanChange[] => {
    const old = before.get(object.id)
    if (!old) return [added(list, object)]
    const fields = fieldChanges(old, object)
    return fields.length === 0 ? [] : [{ ...place(list, object), kind: 'changed', fields }]
  })
  return [...gone, ...rest, ...orderChange(list, a, b)]
}

/** The header as flat fields, so that a change in one chapter does not show all six. */
export const headerFields = ({ name, profile, assumptions, texts }: Plan): Record<string, unknown> => ({
  name,
  profile,
  assumptions,
  ...Object.fromEntries(CHAPTERS.map((chapter) => [`texts.${chapter}`, texts[chapter]])),
})

const single = (part: 'header' | 'budget', list: 'header' | 'budgetRules', fields: FieldChange[]): PlanChange[] =>
  fields.length === 0 ? [] : [{ part, list, id: '', name: '', kind: 'changed', fields }]

/**
 * What is different in `b`, object by object and field by field, in the order of the plan's parts.
 * Law: `applyChanges(a, comparePlans(a, b))` equals `b` (its frame, id, year and currency, aside). No change for equal plans.
 */
export const comparePlans = (a: Plan, b: Plan): PlanChange[] => [
  ...single('header', 'header', fieldChanges(headerFields(a), headerFields(b))),
  ...planLists.flatMap((list) => compareList(list, a[list], b[list])),
  ...single('budget', 'budgetRules', fieldChanges(a.budgetRules, b.budgetRules)),
]
