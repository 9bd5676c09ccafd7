import type { DocumentReference, PlanPart } from '@zhanggui/contract'
import { partLink } from '../../goals/plans/part-links.ts'
import { exploreLink } from '../../insight/explore/explore-link.ts'

const PARTS: readonly string[] = ['header', 'goals', 'budget', 'events', 'tasks', 'requests', 'table', 'stages']
const isPart = (text: string): text is PlanPart => PARTS.includes(text)

/** The page behind a figure: the plan's cell, the explorer with the question asked, the record. */
export function referenceLink(ref: DocumentReference, { store, plan }: { store: string; plan: string }): string {
  if (ref.kind === 'record') return `/stores/${encodeURIComponent(store)}/admin/resources/${ref.resource}`
  if (ref.kind === 'plan')
    return partLink({ store, plan, part: isPart(ref.part) ? ref.part : 'header', node: ref.id, field: ref.field })
  const byMonth = ref.by.includes('month')
  return exploreLink(store, {
    metrics: ref.metrics,
    dimensions: ref.by.filter((by) => by !== 'month'),
    days: { from: ref.from, to: ref.to },
    ...(byMonth ? { grain: 'month' as const } : {}),
  })
}
