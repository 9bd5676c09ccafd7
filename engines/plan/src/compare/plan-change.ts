import type { PlanList } from '../parts/plan-parts.ts'
import type { PlanPart } from '../plan.ts'

/** `order` is no field of an object but the ids of a list in their order. */
export type FieldChange = { field: string; before: unknown; after: unknown }

/**
 * One object that is different in another version. `list` says what kind of object: one of the plan's lists, the header or the
 * budget's rules, of which there is one each (id ''). For an added or removed object every field is named, with `null` on
 * the side where it is not there.
 */
export type PlanChange = {
  part: PlanPart
  list: PlanList | 'header' | 'budgetRules'
  id: string
  name: string
  kind: 'added' | 'removed' | 'changed'
  fields: readonly FieldChange[]
}
