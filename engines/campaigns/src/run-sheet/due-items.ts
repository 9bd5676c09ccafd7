import type { WithId } from '../tasks/campaign-task.ts'
import { inRunOrder, type RunItem } from './run-item.ts'

/** An item waits while what it depends on is neither done nor skipped. */
const isFree = (item: RunItem, byId: ReadonlyMap<string, RunItem>): boolean =>
  item.dependsOn.every((id) => {
    const mark = byId.get(id)?.ended?.mark
    return mark === 'done' || mark === 'skipped'
  })

/**
 * The items that the clock fires now, in order: their minute has come, nobody ended them, and what they wait for is over. After a
 * standstill those that were missed come first, each once.
 */
export function dueItems(items: readonly WithId<RunItem>[], now: string): WithId<RunItem>[] {
  const byId = new Map(items.map(({ id, body }) => [id, body]))
  return items
    .filter(({ body }) => body.firedAt === null && body.ended === null && Date.parse(body.at) <= Date.parse(now))
    .filter(({ body }) => isFree(body, byId))
    .toSorted(inRunOrder)
}
