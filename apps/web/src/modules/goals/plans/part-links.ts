import type { PlanPart } from '@zhanggui/contract'

/** Where each part of a plan is edited, relative to the shop. */
const PART_PATHS: Readonly<Record<PlanPart, string>> = {
  header: 'goals/plans',
  goals: 'goals/tree',
  stages: 'goals/tree',
  budget: 'budget',
  events: 'campaigns/calendar',
  tasks: 'goals/tasks',
  requests: 'goals/tasks',
  table: 'goals/table',
}

export type PartPlace = { store: string; plan: string; part: PlanPart; node?: string | null; field?: string | null }

/** The page of a part, on the object and field that is spoken of. */
export function partLink({ store, plan, part, node, field }: PartPlace): string {
  const path = PART_PATHS[part]
  const view = part === 'requests' ? { view: 'requests' } : {}
  const search = new URLSearchParams({ plan, ...view, ...(node ? { node } : {}), ...(field ? { field } : {}) })
  return `/stores/${encodeURIComponent(store)}/${path}${part === 'header' ? `/${plan}` : `?${search}`}`
}

export const partPaths: readonly string[] = Object.values(PART_PATHS)
