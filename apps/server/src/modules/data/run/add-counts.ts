import type { GroupCounts } from '../check-group.ts'

/** What the groups of an import come to together; `faults` are lines that no table could take. */
export function addCounts(all: readonly GroupCounts[], faults: number) {
  const sum = (pick: (c: GroupCounts) => number): number => all.reduce((n, c) => n + pick(c), 0)
  const classified: Record<string, number> = {}
  for (const counts of all)
    for (const [name, n] of Object.entries(counts.classified)) classified[name] = (classified[name] ?? 0) + n
  const days = all
    .flatMap((c) => [c.from, c.to])
    .filter((d) => d !== null)
    .toSorted()
  return {
    rows: sum((c) => c.rows) + faults,
    accepted: sum((c) => c.fresh + c.updated),
    updated: sum((c) => c.updated),
    duplicates: sum((c) => c.duplicates),
    rejected: sum((c) => c.rejected) + faults,
    classified,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
  }
}
