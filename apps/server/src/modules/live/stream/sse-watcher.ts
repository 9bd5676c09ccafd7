import type { ServerResponse } from 'node:http'
import type { BoardRoom, Watcher } from './board-room.ts'

/**
 * Writes messages to one connection. A reader that does not keep up gets no queue: what it misses is left out, and once its buffer
 * has run dry it is given the whole board instead. So a thousand slow phones cost no memory.
 */
export function sseWatcher(response: ServerResponse, room: BoardRoom): Watcher {
  let isFull = false
  let missed = false
  const write = (text: string): void => {
    if (response.writableEnded || response.destroyed) return
    isFull = !response.write(text)
  }
  response.on('drain', () => {
    isFull = false
    const whole = missed ? room.whole() : null
    missed = false
    if (whole) write(whole.text)
  })
  return {
    send(message) {
      if (isFull) missed = true
      else write(message.text)
    },
  }
}
