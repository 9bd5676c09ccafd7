import type { SnapshotPoint } from '../snapshot/snapshot.ts'
import type { Journal } from './journal.ts'

/** Where a snapshot of the state after the last record of this journal stands. */
export const pointOf = (journal: Journal): SnapshotPoint => ({
  sequence: journal.sequence - 1,
  lastCheck: journal.previousCheck,
})
