import { randomUUID } from 'node:crypto'
import type { LiveBoard } from '@zhanggui/contract'
import { boardChange } from './board-change.ts'
import { type Message, toMessage } from './message.ts'

/** Somebody who looks on: takes messages until it is slow, then is given the whole board once it has caught up. */
export type Watcher = { send(message: Message): void }

export type BoardRoom = {
  /** Goes on after the message with this id where it is still known, else from the whole board. */
  enter(watcher: Watcher, lastId: string | undefined): Promise<void>
  leave(watcher: Watcher): void
  /** The whole board as it stands, for a watcher that fell behind. */
  whole(): Message | null
  close(): void
}

/** Changes that are remembered for watchers who come back: about two minutes of a busy shop. */
const REMEMBERED = 120
/** A watcher that hears nothing for longer takes the line for dead. */
const BEAT_MS = 10_000

export type RoomOptions = {
  /** A fresh board, or null when nothing can have changed since the last one. */
  look(): Promise<LiveBoard | null>
  everyMs: number
  onFailure(cause: unknown): void
}

/**
 * One board of one shop for however many watchers: it is reckoned once a period, and never twice at once. Messages are numbered
 * within the room's own epoch, so that a watcher who comes from another process or an earlier run starts anew.
 */
export function createBoardRoom(options: RoomOptions): BoardRoom {
  const epoch = randomUUID().slice(0, 8)
  const watchers = new Set<Watcher>()
  const history: Message[] = []
  let board: LiveBoard | null = null
  let sequence = 0
  let saidAt = performance.now()
  let looking: Promise<void> | undefined

  const idOf = (n: number): string => `${epoch}-${n}`
  const tell = (message: Message): void => {
    saidAt = performance.now()
    for (const watcher of watchers) watcher.send(message)
  }
  const whole = (): Message | null => board && toMessage(idOf(sequence), 'board', board)

  function take(now: LiveBoard): void {
    const before = board
    board = now
    const change = before && boardChange(before, now)
    if (before && !change) return
    sequence++
    const message = toMessage(idOf(sequence), change ? 'change' : 'board', change ?? now)
    history.push(message)
    if (history.length > REMEMBERED) history.shift()
    tell(message)
  }
  async function lookOnce(): Promise<void> {
    try {
      const now = await options.look()
      if (now) take(now)
    } catch (cause) {
      // The screen goes on with what it has and shows how old it is; the next look may work again.
      options.onFailure(cause)
    }
    if (performance.now() - saidAt >= BEAT_MS) tell(toMessage(idOf(sequence), 'beat', {}))
  }
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }
  /** Messages after the one with this id; null when some of them are forgotten or it is not ours. */
  const since = (lastId: string | undefined): Message[] | null => {
    if (lastId === idOf(sequence)) return []
    const at = history.findIndex((m) => m.id === lastId)
    return at === -1 ? null : history.slice(at + 1)
  }
  const timer = setInterval(look, options.everyMs)
  timer.unref()

  return {
    async enter(watcher, lastId) {
      if (!board) await look()
      const missed = since(lastId)
      const first = whole()
      for (const message of missed ?? (first ? [first] : [])) watcher.send(message)
      watchers.add(watcher)
    },
    leave: (watcher) => watchers.delete(watcher),
    whole,
    close() {
      clearInterval(timer)
      watchers.clear()
    },
  }
}
