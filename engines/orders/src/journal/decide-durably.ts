import { ok, type Result } from '@zhanggui/kernel'
import { apply } from '../apply/apply.ts'
import type { Admission } from '../state/admission.ts'
import { appendFrame, type Journal, type JournalFault, syncJournal } from './journal.ts'

/**
 * A frame that has passed `checkFrame` is journaled, synced and only then run: memory is never ahead of the disk, so a disk that
 * fails leaves nothing to take back. Gives how many commands were decided; answers stand in `core.answers`.
 */
export function decideDurably(
  journal: Journal,
  core: Admission,
  frame: Int32Array,
  now: number,
): Result<number, JournalFault> {
  const appended = appendFrame(journal, frame, now)
  if (!appended.ok) return appended
  const synced = syncJournal(journal)
  if (!synced.ok) return synced
  return ok(apply(core, frame, now))
}
