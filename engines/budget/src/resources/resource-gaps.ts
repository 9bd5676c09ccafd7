/** What a campaign needs besides an idea (P4.17). */
export const RESOURCE_KINDS = ['people', 'money', 'goods', 'technology', 'partners'] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** One need of a campaign: so much of something by a day. `available: null`: nobody has said, which is a gap as well. */
export type ResourceNeed = {
  id: string
  eventId: string
  kind: ResourceKind
  name: string
  needed: number
  available: number | null
  unit: string
  dueDay: string | null
  owner: string | null
}

/** `short`: less than is needed; `unknown`: nobody said what there is; `unowned`: nobody answers for it; `none`: the kind has no entry. */
export type ResourceGap = {
  eventId: string
  kind: ResourceKind
  code: 'short' | 'unknown' | 'unowned' | 'none'
  needId: string | null
  name: string
  needed: number | null
  available: number | null
  missing: number | null
  unit: string
}

export type CampaignResources = {
  eventId: string
  name: string
  kinds: readonly { kind: ResourceKind; needs: readonly ResourceNeed[]; gaps: readonly ResourceGap[] }[]
  gapCount: number
}

function gapsOfNeed(need: ResourceNeed): ResourceGap[] {
  const { eventId, kind, id: needId, name, needed, available, unit } = need
  const told = { eventId, kind, needId, name, needed, available, unit }
  if (available === null) return [{ ...told, code: 'unknown', missing: needed }]
  if (available < needed) return [{ ...told, code: 'short', missing: needed - available }]
  return need.owner === null ? [{ ...told, code: 'unowned', missing: null }] : []
}

const nothingPlanned = (eventId: string, kind: ResourceKind): ResourceGap => ({
  eventId,
  kind,
  code: 'none',
  needId: null,
  name: '',
  needed: null,
  available: null,
  missing: null,
  unit: '',
})

function viewKind(eventId: string, kind: ResourceKind, needs: readonly ResourceNeed[]) {
  const mine = needs.filter((need) => need.eventId === eventId && need.kind === kind)
  const gaps = mine.length === 0 ? [nothingPlanned(eventId, kind)] : mine.flatMap(gapsOfNeed)
  return { kind, needs: mine, gaps }
}

/** People, money, goods, technology and partners of every campaign in one view, each gap listed once (P4.17). */
export function assureResources(
  events: readonly { id: string; name: string }[],
  needs: readonly ResourceNeed[],
): CampaignResources[] {
  return events.map(({ id, name }) => {
    const kinds = RESOURCE_KINDS.map((kind) => viewKind(id, kind, needs))
    return { eventId: id, name, kinds, gapCount: kinds.reduce((count, { gaps }) => count + gaps.length, 0) }
  })
}
