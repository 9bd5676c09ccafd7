/** What the passing of time did to an order; what commands did is in their answers. */
export const EVENT = { orderLapsed: 1, depositLapsed: 2 } as const
export type EventKind = keyof typeof EVENT

export const EVENT_WORDS = 8

/** Events not yet read, 8 words each: kind, id (4), instant (2, low first). Grows while nobody reads. */
export type EventLog = { words: Int32Array; count: number }

export const createEventLog = (): EventLog => ({ words: new Int32Array(64 * EVENT_WORDS), count: 0 })

export function noteEvent(log: EventLog, kind: number, rows: Int32Array, idAt: number, deadlineAt: number): void {
  if ((log.count + 1) * EVENT_WORDS > log.words.length) {
    const words = new Int32Array(log.words.length * 2)
    words.set(log.words)
    log.words = words
  }
  const at = log.count * EVENT_WORDS
  const { words } = log
  words[at] = kind
  for (let i = 0; i < 4; i++) words[at + 1 + i] = rows[idAt + i] as number
  words[at + 5] = rows[deadlineAt] as number
  words[at + 6] = rows[deadlineAt + 1] as number
  log.count++
}

export const clearEvents = (log: EventLog): void => {
  log.count = 0
}
