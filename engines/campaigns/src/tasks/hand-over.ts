import type { CampaignTask, WithId } from './campaign-task.ts'

const HOUR_MS = 3_600_000

/** Work that passed from one task to the next: how long it lay. `open`: nobody has taken it up yet. */
export type HandOver = { from: string; to: string; fromTeam: string; toTeam: string; hours: number; open: boolean }

/** When the last of the tasks that it waits for was finished; null while one is not, or where it waits for none. */
function readyAt(task: CampaignTask, byId: ReadonlyMap<string, CampaignTask>): { id: string; at: number } | null {
  const ends = task.dependsOn.map((id) => ({ id, at: Date.parse(byId.get(id)?.finished?.at ?? '') }))
  if (ends.length === 0 || ends.some(({ at }) => Number.isNaN(at))) return null
  return ends.reduce((a, b) => (b.at > a.at ? b : a))
}

/**
 * How long work lay between two people: from the end of the last task it waited for to its own start (P3.22), longest first.
 * Shape: tasks that could begin; those begun before they could have no delay and are left out. `now`: ISO 8601.
 */
export function handOvers(tasks: readonly WithId<CampaignTask>[], now: string): HandOver[] {
  const byId = new Map(tasks.map(({ id, body }) => [id, body]))
  return tasks
    .flatMap(({ id, body }): HandOver[] => {
      const ready = readyAt(body, byId)
      const begun = body.started?.at ?? body.finished?.at ?? null
      const from = ready && byId.get(ready.id)
      if (!ready || !from) return []
      const hours = (Date.parse(begun ?? now) - ready.at) / HOUR_MS
      return hours > 0
        ? [{ from: ready.id, to: id, fromTeam: from.team, toTeam: body.team, hours, open: begun === null }]
        : []
    })
    .toSorted((a, b) => b.hours - a.hours)
}
