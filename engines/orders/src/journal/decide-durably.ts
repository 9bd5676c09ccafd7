import { ok, type Result } from '@zhanggui/kernel'
import { apply } from '../apply/apply.ts'
import type { Admission } from '../state/admission.ts'
import { appendFrame, type Journal, type JournalFault, syncJournal } from './journal.ts'

/**
 * The instant at which a frame is run and journaled: the core's clock where the machine's has been set back, or where time has
 * been read between frames. A journal that kept the machine's clock would replay to other deadlines than were answered.
 */
export const instantFor = (core: Admission, now: number): number => Math.max(core.clock[0] as number, now)

/**
 * A frame that has passed `checkFrame` is journaled, synced and only then run: memory is never ahead of the disk, so a disk that
 * fails leaves nothing to take back. Gives how many commands were decided; answers stand in `core.answers`.
 * An empty frame journals the passing of time alone: written before lapses are made known elsewhere, it makes them final.
 */
export function decideDurably(
  journal: Journal,
  core: Admission,
  frame: Int32Array,
  now: number,
): Result<number, JournalFault> {
  const instant = instantFor(core, now)
  const appended = appendFrame(journal, frame, instant)
  if (!appended.ok) return appended
  const synced = syncJournal(journal)
  if (!synced.ok) return synced
  return ok(apply(core, frame, instant))
}
