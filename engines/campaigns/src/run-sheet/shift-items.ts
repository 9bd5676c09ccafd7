import type { WithId } from '../tasks/campaign-task.ts'
import type { RunItem } from './run-item.ts'

const MINUTE_MS = 60_000

/**
 * What a delay does to the rest of the sheet: every item from `fromAt` on that is not over moves by so many minutes.
 * Shape: the changed items only.
 */
export function shiftItems(
  items: readonly WithId<RunItem>[],
  { fromAt, minutes }: { fromAt: string; minutes: number },
): WithId<RunItem>[] {
  return items
    .filter(({ body }) => body.ended === null && body.firedAt === null && Date.parse(body.at) >= Date.parse(fromAt))
    .map(({ id, body }) => ({
      id,
      body: { ...body, at: new Date(Date.parse(body.at) + minutes * MINUTE_MS).toISOString() },
    }))
}
