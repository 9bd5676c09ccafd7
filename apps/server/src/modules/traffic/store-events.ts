import type { Context } from '../../context.ts'
import { readForgotten } from '../admin/people/forgotten-list.ts'
import {
  emptyRoomSql,
  enterSql,
  findStoredSql,
  GROUP_STRUCTURE,
  publishSql,
  waitingRoomSql,
} from './event-statements.ts'

/** Lines of a group of batches of one shop, each beginning with the number of its batch. */
export type EventGroup = { store: { id: string; timezone: string }; room: string; lines: string[] }

/** How many events of a batch were stored before, and how many of those were late. */
export type StoredBefore = Map<number, { stored: number; late: number }>

// Unhashed ids must not be written to any log of statements.
const QUIET = { log_queries: 0 }

export async function openWaitingRoom({ facts }: Context, room: string): Promise<void> {
  for (const statement of waitingRoomSql(facts, room)) await facts.command(statement)
}

async function enter(context: Context, group: EventGroup): Promise<void> {
  const { facts, secrets, clock } = context
  const { forgets, params: forgotten } = await readForgotten(context, group.store.id)
  await facts.ingest({
    sql: (source) => enterSql(group.room, source, { forgets }),
    structure: GROUP_STRUCTURE,
    format: 'JSONCompactEachRow',
    body: { data: Buffer.from(group.lines.join('\n')) },
    params: {
      store: group.store.id,
      timeZone: group.store.timezone,
      ...secrets.storeHashKey(group.store.id),
      receivedAt: clock.now().getTime(),
      ...forgotten,
    },
    settings: QUIET,
  })
}

/**
 * Stores a group, except what is stored already; durable when it answers. Never two at once for one shop: each group must
 * see the one before it.
 * Errors: rejects with `FactStoreError`. The group may then be stored in part, and sending it again completes it.
 */
export async function storeEvents(context: Context, group: EventGroup): Promise<StoredBefore> {
  const { facts } = context
  const params = { store: group.store.id }
  try {
    await enter(context, group)
    const found = await facts.query<{ batch: number; stored: number; stored_late: number }>(
      findStoredSql(group.room),
      params,
    )
    await facts.command(publishSql(group.room, { without: found.length > 0 ? 'stored' : 'nothing' }), params)
    return new Map(found.map((f) => [f.batch, { stored: f.stored, late: f.stored_late }]))
  } finally {
    await facts.command(emptyRoomSql(facts, group.room))
  }
}
