import type { Id } from '../frame/command.ts'
import { pairAt } from '../frame/layout.ts'
import { EVENT, EVENT_WORDS, type EventLog } from '../state/event-log.ts'

/** An order whose time ran out unpaid: its stock is free again. `deposit`: it was a presale's balance that did not come. */
export type Lapse = { order: Id; at: number; deposit: boolean }

/** What time did to orders since the log was cleared, in the order in which it happened; `at` is the deadline, UTC ms. */
export function readLapses({ words, count }: EventLog): Lapse[] {
  const lapses: Lapse[] = []
  const word = (at: number): number => words[at] as number
  for (let at = 0; at < count * EVENT_WORDS; at += EVENT_WORDS)
    lapses.push({
      order: [word(at + 1), word(at + 2), word(at + 3), word(at + 4)],
      at: pairAt(words, at + 5),
      deposit: word(at) === EVENT.depositLapsed,
    })
  return lapses
}
