import type { ImportJob, ImportState } from '@zhanggui/contract'

const MOVING: readonly ImportState[] = ['queued', 'reading', 'checking', 'publishing']

/** Still working: shows progress and can be cancelled. */
export const isMoving = (state: ImportState): boolean => MOVING.includes(state)

/** Publishing is the last step and cannot be cut in half, so cancelling ends before it; an interrupted import can be given up. */
export const canCancel = (state: ImportState): boolean =>
  (isMoving(state) && state !== 'publishing') || state === 'interrupted'

/** Stopped half-way by a restart: goes on from the last finished part of the file. */
export const canResume = (state: ImportState): boolean => state === 'interrupted'

export type StateTone = 'processing' | 'success' | 'warning' | 'error' | 'default'

/** The colour of a job's state; the word stands beside it, so colour is never the only sign. */
export function stateTone(job: Pick<ImportJob, 'state' | 'rejected'>): StateTone {
  if (isMoving(job.state)) return 'processing'
  if (job.state === 'failed') return 'error'
  if (job.state === 'interrupted') return 'warning'
  if (job.state === 'cancelled') return 'default'
  return job.rejected > 0 ? 'warning' : 'success'
}
