import { createHash } from 'node:crypto'
import type { EventsResult } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { createGroupCommit, type GroupCommit } from './group-commit.ts'
import { type PreparedBatch, prepareBatch } from './prepare-batch.ts'
import { openWaitingRoom, storeEvents } from './store-events.ts'
import { unpackBody } from './unpack-body.ts'

export type IntakeStore = { id: string; timezone: string }

export type EventIntake = {
  /**
   * Takes a batch of events: NDJSON, a JSON list or `{"events":[…]}`, gzip or plain.
   * Shape: received = accepted + duplicates + rejected; `late` and `future` are told as well. Answers once everything
   * accepted is durable; the same batch again adds nothing.
   * Errors: throws `ApiFailure`: `invalid_json`, `invalid_request`, `payload_too_large` for a body that cannot be read,
   * `intake_busy` when too much waits, `events_not_stored` when the fact store failed (send the batch again).
   */
  ingest(store: IntakeStore, body: Buffer, encoding?: string): Promise<EventsResult>
  /** Events of the fullest shop that wait to be written, and how many may. */
  waiting(): { waiting: number; capacity: number }
}

type Taken = { duplicates: number; late: number }

export type IntakeLimits = {
  /** Events of a group: one insert of some ten thousand costs little more than one of ten. */
  groupEvents: number
  /** Groups begin at least so far apart, so that the engine has few parts to merge. */
  groupPauseMs: number
  /** Events of a batch: reading one holds the server's one thread for some microseconds an event. */
  batchEvents: number
  /** Waiting events of a shop beyond which senders are asked to come back: memory stays bounded. */
  waitingEvents: number
}

const LIMITS: IntakeLimits = { groupEvents: 50_000, groupPauseMs: 50, batchEvents: 20_000, waitingEvents: 400_000 }

/** The same for the life of an installation, so that what a killed process left in its room is emptied by the next. */
const roomOf = (home: string, store: string): string =>
  `events_waiting_${createHash('sha256').update(`${home}\n${store}`).digest('hex').slice(0, 16)}`

/** Lines of a group without the events that it holds twice, and for each batch how many those were. */
function gatherLines(batches: readonly PreparedBatch[]): { lines: string[]; twice: Taken[] } {
  const seen = new Set<string>()
  const lines: string[] = []
  const twice = batches.map(({ events }, number) => {
    const taken = { duplicates: 0, late: 0 }
    for (const { id, line, late } of events) {
      if (seen.size === seen.add(id).size) {
        taken.duplicates++
        if (late) taken.late++
      } else lines.push(`[${number},${line}`)
    }
    return taken
  })
  return { lines, twice }
}

type Arrival = { store: IntakeStore; batch: PreparedBatch }
type Queue = GroupCommit<Arrival, Taken>

function createStoreQueue(context: Context, storeId: string, limits: IntakeLimits): Queue {
  const room = roomOf(context.settings.home, storeId)
  let open = false
  const work = async (arrivals: Arrival[]): Promise<Taken[]> => {
    if (!open) await openWaitingRoom(context, room)
    open = true
    const { lines, twice } = gatherLines(arrivals.map((a) => a.batch))
    const [first] = arrivals
    assert(first, 'a group holds at least one batch')
    const before = await storeEvents(context, { store: first.store, room, lines })
    return twice.map((t, number) => {
      const stored = before.get(number)
      return { duplicates: t.duplicates + (stored?.stored ?? 0), late: t.late + (stored?.late ?? 0) }
    })
  }
  return createGroupCommit({ work, weightMax: limits.groupEvents, pauseMs: limits.groupPauseMs })
}

function answer(batch: PreparedBatch, { duplicates, late }: Taken): EventsResult {
  const { received, events, future, rejected } = batch
  const lateSent = events.filter((e) => e.late).length
  return { received, accepted: events.length - duplicates, duplicates, late: lateSent - late, future, rejected }
}

/** Event intake of one server. One server takes the events of a shop: two would not see each other's groups in flight. */
export function createEventIntake(context: Context, limits: IntakeLimits = LIMITS): EventIntake {
  const { settings, clock, log } = context
  const queues = new Map<string, Queue>()
  const queueOf = (storeId: string): Queue => {
    const queue = queues.get(storeId) ?? createStoreQueue(context, storeId, limits)
    queues.set(storeId, queue)
    return queue
  }
  return {
    waiting: () => ({
      waiting: Math.max(0, ...[...queues.values()].map((queue) => queue.waiting())),
      capacity: limits.waitingEvents,
    }),
    async ingest(store, body, encoding = '') {
      const queue = queueOf(store.id)
      if (queue.waiting() > limits.waitingEvents) throw new ApiFailure('intake_busy', { seconds: 1 })
      const text = await unpackBody(body, { encoding, bytesMax: settings.eventBatchMb << 20 })
      const batch = prepareBatch(text, {
        nowMs: clock.now().getTime(),
        futureMs: settings.eventFutureSeconds * 1000,
        lateMs: settings.eventLateHours * 3_600_000,
        eventsMax: limits.batchEvents,
      })
      if (batch.events.length === 0) return answer(batch, { duplicates: 0, late: 0 })
      const taken = await queue.add({ store, batch }, batch.events.length).catch((cause: unknown) => {
        log.error({ err: cause, store: store.id }, 'events not stored')
        throw new ApiFailure('events_not_stored', { seconds: 1 }, { cause })
      })
      return answer(batch, taken)
    },
  }
}
