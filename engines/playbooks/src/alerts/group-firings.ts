import { METRIC_DRIVERS } from './metric-drivers.ts'
import { type Severity, severityRank, worstOf } from './severity.ts'

/** One rule that fires for one slice. */
export type Firing = {
  /** Rule and slice; the same trouble has the same key for as long as it lasts. */
  key: string
  rule: string
  metric: string
  /** What the slice is, and what is known of it: `{ item: '61', category: 'serum' }`; empty for the whole shop. */
  tags: Readonly<Record<string, string>>
  severity: Severity
  owner: string
}

/** Why several things fire at once: a metric, in the whole shop or for one value of a dimension. */
export type Cause = { metric: string; dimension?: string; value?: string }

export type FiringGroup = { causeKey: string; cause: Cause; severity: Severity; owner: string; firings: Firing[] }

export type GroupingOptions = {
  drivers?: Readonly<Record<string, readonly string[]>>
  /** So many firings that share a dimension value have one cause. */
  sharedMin?: number
  /** Groups by dimension value that one metric may open at once; what is left then is one group. */
  groupsMax?: number
}

/** Stands for "many different values": the dimension is not what they share. */
export const MANY = '*'

/** @example causeKeyOf({ metric: 'uv', dimension: 'channel', value: 'search' }) // 'uv|channel=search' */
export const causeKeyOf = ({ metric, dimension, value }: Cause): string =>
  dimension === undefined ? metric : `${metric}|${dimension}=${value}`

const tagKey = (tags: Firing['tags']): string =>
  Object.entries(tags)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .sort()
    .join('&')

/** Which metrics fire for which slices; asked for a slice, those of wider ones count too. */
function firingMetrics(firings: readonly Firing[], open: readonly Cause[]) {
  const bySlice = new Map<string, { tags: Firing['tags']; metrics: Set<string> }>()
  const add = (tags: Firing['tags'], metric: string): void => {
    const key = tagKey(tags)
    const entry = bySlice.get(key) ?? { tags, metrics: new Set<string>() }
    entry.metrics.add(metric)
    bySlice.set(key, entry)
  }
  for (const { tags, metric } of firings) add(tags, metric)
  for (const { metric, dimension, value } of open)
    if (value !== MANY) add(dimension === undefined || value === undefined ? {} : { [dimension]: value }, metric)
  // Wider slices are few: the whole shop and single values; walking all slices for each firing would be quadratic.
  const wide = [...bySlice.values()].filter(({ tags }) => Object.keys(tags).length <= 1)
  const wideBy = new Map(wide.map((entry) => [tagKey(entry.tags), entry.metrics]))
  return (tags: Firing['tags']): ((metric: string) => boolean) => {
    const keys = Object.entries(tags).map(([dimension, value]) => `${dimension}=${value}`)
    const own = bySlice.get(tagKey(tags))?.metrics
    const around = [own, wideBy.get(''), ...keys.map((key) => wideBy.get(key))].filter((set) => set !== undefined)
    return (metric) => around.some((set) => set.has(metric))
  }
}

/** The cause furthest up that fires too; a circle of drivers ends where it began. */
function rootMetric(
  firing: Firing,
  firesFor: (tags: Firing['tags']) => (metric: string) => boolean,
  drivers: Readonly<Record<string, readonly string[]>>,
): string {
  const seen = new Set([firing.metric])
  const fires = firesFor(firing.tags)
  let root = firing.metric
  for (;;) {
    const next = (drivers[root] ?? []).find((metric) => !seen.has(metric) && fires(metric))
    if (next === undefined) return root
    seen.add(next)
    root = next
  }
}

const outranks = (one: Firing, other: Firing): boolean => {
  const graver = severityRank(one.severity) - severityRank(other.severity)
  return graver > 0 || (graver === 0 && one.owner < other.owner)
}

/** Who answers for a group: the owner of its gravest firing of the root metric, else of any; ties by name. */
function ownerOf(root: string, firings: readonly Firing[]): string {
  const ofRoot = firings.filter(({ metric }) => metric === root)
  const asked = ofRoot.length > 0 ? ofRoot : firings
  return (
    asked.reduce<Firing | undefined>((best, one) => (!best || outranks(one, best) ? one : best), undefined)?.owner ?? ''
  )
}

const groupOf = (cause: Cause, firings: Firing[]): FiringGroup => ({
  causeKey: causeKeyOf(cause),
  cause,
  severity: worstOf(firings.map(({ severity }) => severity)),
  owner: ownerOf(cause.metric, firings),
  firings,
})

/** How many firings have each value of each dimension. */
function countShared(firings: readonly Firing[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { tags } of firings)
    for (const dimension in tags) {
      const value = tags[dimension] ?? ''
      const values = counts.get(dimension) ?? new Map<string, number>()
      if (values.size === 0) counts.set(dimension, values)
      values.set(value, (values.get(value) ?? 0) + 1)
    }
  return counts
}

/** The dimension value that the most firings share; ties by name. */
function mostShared(firings: readonly Firing[], sharedMin: number): { dimension: string; value: string } | null {
  const shared = [...countShared(firings)].flatMap(([dimension, values]) =>
    [...values].flatMap(([value, count]) => (count >= sharedMin ? [{ dimension, value, count }] : [])),
  )
  const [most] = shared.sort(
    (a, b) => b.count - a.count || a.dimension.localeCompare(b.dimension) || a.value.localeCompare(b.value),
  )
  return most ?? null
}

const oneValue = (metric: string, tags: Firing['tags']): Cause => {
  const [first] = Object.entries(tags).sort(([a], [b]) => a.localeCompare(b))
  return first ? { metric, dimension: first[0], value: first[1] } : { metric }
}

/** One metric's firings: the whole shop swallows its parts; else what shares a value; else one by one, or all as "many". */
function groupsOfMetric(
  metric: string,
  firings: readonly Firing[],
  sharedMin: number,
  groupsMax: number,
): FiringGroup[] {
  if (firings.some(({ tags }) => Object.keys(tags).length === 0)) return [groupOf({ metric }, [...firings])]
  const groups: FiringGroup[] = []
  let left = [...firings]
  for (
    let shared = mostShared(left, sharedMin);
    shared && groups.length < groupsMax;
    shared = mostShared(left, sharedMin)
  ) {
    const { dimension, value } = shared
    groups.push(
      groupOf(
        { metric, dimension, value },
        left.filter(({ tags }) => tags[dimension] === value),
      ),
    )
    left = left.filter(({ tags }) => tags[dimension] !== value)
  }
  if (left.length > sharedMin) return [...groups, groupOf({ metric, dimension: MANY, value: MANY }, left)]
  const singles = Map.groupBy(left, ({ tags }) => causeKeyOf(oneValue(metric, tags)))
  return [...groups, ...[...singles.values()].map((same) => groupOf(oneValue(metric, same[0]?.tags ?? {}), same))]
}

const covers = (cause: Cause, root: string, { tags }: Firing): boolean =>
  cause.metric === root &&
  (cause.dimension === undefined || cause.value === MANY || tags[cause.dimension] === cause.value)

function addTo<Key>(groups: Map<Key, Firing[]>, key: Key, firing: Firing): void {
  const group = groups.get(key)
  if (group) group.push(firing)
  else groups.set(key, [firing])
}

/**
 * Groups what fires at the same time by its cause, so that a storm is a few incidents. The rule, in this order:
 * 1. A figure whose driver fires too, for the same slice or a wider one, belongs to the driver's cause, all the way up.
 * 2. What an open incident covers (same cause metric, and the whole shop or its dimension value) joins it.
 * 3. A cause that holds for the whole shop takes in all its parts.
 * 4. Firings of one cause metric that share a dimension value (`sharedMin`, default 3) are one group, the largest first.
 * 5. More than that left over, with nothing in common, are one group "many"; fewer stand by themselves.
 * Shape: every firing stands in exactly one group; a group whose `causeKey` is open already joins that incident.
 */
export function groupFirings(
  firings: readonly Firing[],
  open: readonly Cause[] = [],
  { drivers = METRIC_DRIVERS, sharedMin = 3, groupsMax = 20 }: GroupingOptions = {},
): FiringGroup[] {
  const fires = firingMetrics(firings, open)
  const rooted = firings.map((firing) => ({ firing, root: rootMetric(firing, fires, drivers) }))
  const joined = new Map<Cause, Firing[]>()
  const fresh = new Map<string, Firing[]>()
  for (const { firing, root } of rooted) {
    const cause = open.find((one) => covers(one, root, firing))
    if (cause) addTo(joined, cause, firing)
    else addTo(fresh, root, firing)
  }
  return [
    ...[...joined].map(([cause, members]) => groupOf(cause, members)),
    ...[...fresh].flatMap(([metric, members]) => groupsOfMetric(metric, members, sharedMin, groupsMax)),
  ]
}
