import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { boardClock } from '../board/board-clock.ts'
import { boardSource } from '../board/board-source.ts'
import { composeBoard } from '../board/compose-board.ts'
import { type BoardRoom, createBoardRoom, type Watcher } from './board-room.ts'
import { keptSource } from './kept-source.ts'
import { readTableVersions, type TableVersions } from './table-versions.ts'

/** Pause between two looks at the data. With an intake that answers in a third of a second, an event is on screen within two. */
const EVERY_MS = 1000
/** Parts of the board move without a new fact: a window that slides, a target that was set. */
const UNCHANGED_MS = 5000
/** A room without watchers stays so long: a page that reloads finds it still there. */
const EMPTY_MS = 30_000

type Open = { room: BoardRoom; watchers: number; closing: NodeJS.Timeout | undefined }

export type BoardRooms = {
  /** Looks on at a shop's board until the returned function is called. */
  watch(store: Store, watcher: (room: BoardRoom) => Watcher, lastId: string | undefined): Promise<() => void>
  close(): void
}

const sameVersions = (a: TableVersions, b: TableVersions): boolean => JSON.stringify(a) === JSON.stringify(b)

function lookAt(context: Context, store: Store) {
  let versions: TableVersions = {}
  let composedAt = Number.NEGATIVE_INFINITY
  const source = keptSource(boardSource(context, store), () => versions)
  return async () => {
    const before = versions
    versions = await readTableVersions(context)
    const waited = performance.now() - composedAt
    if (waited < UNCHANGED_MS && sameVersions(before, versions)) return null
    const board = await composeBoard(source, store, boardClock(store.timezone, { now: context.clock.now() }))
    composedAt = performance.now()
    return board
  }
}

/** The live boards of one server process: each shop that somebody looks at has one room, whatever the number of pages. */
export function createBoardRooms(context: Context): BoardRooms {
  const open = new Map<string, Open>()

  function roomOf(store: Store): Open {
    const known = open.get(store.id)
    if (known) return known
    const room = createBoardRoom({
      look: lookAt(context, store),
      everyMs: EVERY_MS,
      onFailure: (cause) => context.log.warn({ store: store.id, cause: String(cause) }, 'live board: not reckoned'),
    })
    const fresh: Open = { room, watchers: 0, closing: undefined }
    open.set(store.id, fresh)
    return fresh
  }
  function closeWhenEmpty(store: string, entry: Open): void {
    if (entry.watchers > 0) return
    entry.closing = setTimeout(() => {
      entry.room.close()
      open.delete(store)
    }, EMPTY_MS)
    entry.closing.unref()
  }
  return {
    async watch(store, watcherIn, lastId) {
      const entry = roomOf(store)
      clearTimeout(entry.closing)
      entry.watchers++
      const watcher = watcherIn(entry.room)
      let left = false
      const leave = (): void => {
        if (left) return
        left = true
        entry.room.leave(watcher)
        entry.watchers--
        closeWhenEmpty(store.id, entry)
      }
      await entry.room.enter(watcher, lastId)
      return leave
    },
    close() {
      for (const { room, closing } of open.values()) {
        clearTimeout(closing)
        room.close()
      }
      open.clear()
    },
  }
}
