import type { Finding, PlanPart } from '@zhanggui/contract'

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

/** Parts that share a page with another have a view of their own there. */
const PART_VIEWS: Readonly<Partial<Record<PlanPart, string>>> = { requests: 'requests', stages: 'stages' }

export type PartPlace = { store: string; plan: string; part: PlanPart; node?: string | null; field?: string | null }

/** The page of a part, on the object and field that is spoken of. */
export function partLink({ store, plan, part, node, field }: PartPlace): string {
  const path = PART_PATHS[part]
  const view = PART_VIEWS[part]
  const search = new URLSearchParams({
    ...(part === 'header' ? {} : { plan }),
    ...(view ? { view } : {}),
    ...(node ? { node } : {}),
    ...(field ? { field } : {}),
  })
  const query = search.size > 0 ? `?${search}` : ''
  return `/stores/${encodeURIComponent(store)}/${path}${part === 'header' ? `/${encodeURIComponent(plan)}` : ''}${query}`
}

/** Findings about the papers of a shop rather than the plan itself: where these are kept. */
const PAPERS: readonly (readonly [RegExp, string])[] = [
  [/^dossier-/, 'merchant-dossier'],
  [/^contract-/, 'contracts'],
  [/^assumption-(?!unknown)/, 'market-assumptions'],
]

/** Where a finding is put right: the cell of the plan, or the record that is missing something. */
export function findingLink({ store, plan }: { store: string; plan: string }, { rule, at }: Finding): string {
  const paper = PAPERS.find(([find]) => find.test(rule))?.[1]
  if (paper) return `/stores/${encodeURIComponent(store)}/admin/resources/${paper}`
  return partLink({ store, plan, part: at.part, node: at.id, field: at.field })
}

export const partPaths: readonly string[] = Object.values(PART_PATHS)
