import type { WithId } from '../tasks/campaign-task.ts'
import { inRunOrder, type RunItem } from './run-item.ts'

/** An item waits while what it depends on is neither done nor skipped. */
const isFree = (item: RunItem, byId: ReadonlyMap<string, RunItem>): boolean =>
  item.dependsOn.every((id) => {
    const mark = byId.get(id)?.ended?.mark
    return mark === 'done' || mark === 'skipped'
  })

/**
 * Items that the system itself was to act at and that have no result: a server that stopped between firing and acting left them.
 * What it does is the same when done again.
 */
export const unfinishedItems = (items: readonly WithId<RunItem>[]): WithId<RunItem>[] =>
  items
    .filter(({ body }) => body.action !== 'manual' && body.firedAt !== null && body.ended === null)
    .toSorted(inRunOrder)

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
