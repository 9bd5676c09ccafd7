import type { DocumentReference, PlanPart } from '@zhanggui/contract'
import { partLink } from '../../goals/plans/part-links.ts'
import { exploreLink } from '../../insight/explore/explore-link.ts'

const PARTS: readonly string[] = ['header', 'goals', 'budget', 'events', 'tasks', 'requests', 'table', 'stages']
const isPart = (text: string): text is PlanPart => PARTS.includes(text)

const GRAINS = ['day', 'week', 'month', 'quarter'] as const

const PAGES: Readonly<Record<string, string>> = {
  'report-editions': 'review',
  'data-quality': 'data/quality',
  items: 'admin/resources/products',
  forecast: 'insight/forecast',
}

/** Some records have pages of their own; all others are in the registers. */
function recordPath({ resource, id }: Extract<DocumentReference, { kind: 'record' }>): string {
  if (resource === 'campaigns') return id ? `campaigns/${encodeURIComponent(id)}` : 'campaigns'
  if (resource === 'surveys') return id ? `review/surveys?survey=${encodeURIComponent(id)}` : 'review/surveys'
  return PAGES[resource] ?? `admin/resources/${resource}`
}

/** The page behind a figure: the plan's cell, the explorer with the question asked, the record. */
export function referenceLink(ref: DocumentReference, { store, plan }: { store: string; plan: string | null }): string {
  const shop = `/stores/${encodeURIComponent(store)}`
  if (ref.kind === 'record') return `${shop}/${recordPath(ref)}`
  if (ref.kind === 'plan' && plan === null) return `${shop}/goals/plans`
  if (ref.kind === 'plan')
    return partLink({
      store,
      plan: plan ?? '',
      part: isPart(ref.part) ? ref.part : 'header',
      node: ref.id,
      field: ref.field,
    })
  const grain = GRAINS.find((one) => ref.by.includes(one))
  return exploreLink(store, {
    metrics: ref.metrics,
    dimensions: ref.by.filter((by) => by !== grain),
    days: { from: ref.from, to: ref.to },
    ...(grain ? { grain } : {}),
    ...(ref.filters ? { filters: ref.filters } : {}),
    ...(ref.compare ? { compare: ref.compare } : {}),
  })
}
