import { ok, type Result } from '@zhanggui/kernel'
import { apply } from '../apply/apply.ts'
import type { Admission } from '../state/admission.ts'
import { instantFor } from './decide-durably.ts'
import { appendFrame, beginSync, endSync, type Journal, type JournalFault } from './journal.ts'

/** A frame that is journaled and not run yet; `isDurable`: its sync is known to have ended well. */
type Waiting = { frame: Int32Array; instant: number; isDurable: boolean }

/**
 * Decides one frame behind the disk: while a frame is being synced, the one before it is run. Journal and core do the same things
 * in the same order as with `decideDurably` (a frame is appended when the one before is on disk, and run when it is itself), so
 * what may be found after a crash is the same; only processor and disk work at the same time. For a stream of frames: a frame alone
 * is answered sooner by `decideDurably`.
 */
export type FramePipeline = { readonly journal: Journal; readonly core: Admission; waiting: Waiting | undefined }

export const createPipeline = (journal: Journal, core: Admission): FramePipeline => ({
  journal,
  core,
  waiting: undefined,
})

/** Waits until the waiting frame is on disk. */
function settle({ journal, waiting }: FramePipeline): Result<unknown, JournalFault> {
  if (!waiting || waiting.isDurable) return ok(undefined)
  const synced = endSync(journal)
  if (synced.ok) waiting.isDurable = true
  return synced
}

function run({ core }: FramePipeline, waiting: Waiting | undefined): number {
  return waiting ? apply(core, waiting.frame, waiting.instant) : 0
}

/**
 * Journals a frame that has passed `checkFrame`, has the disk begin to sync it, and meanwhile runs the frame before. Gives how many
 * commands of that one were decided (0: there was none); their answers stand in `core.answers` and may go out. The frame must stay
 * as it is until it has been run itself, and until then time must pass in the core by nothing else: drain first.
 * Errors: the journal has stopped. What `drainPipeline` still gives then was decided; of all other frames nobody knows.
 */
export function pushFrame(pipeline: FramePipeline, frame: Int32Array, now: number): Result<number, JournalFault> {
  const settled = settle(pipeline)
  if (!settled.ok) return settled
  const { journal, core, waiting } = pipeline
  const instant = instantFor(core, now)
  const appended = appendFrame(journal, frame, instant)
  if (!appended.ok) return appended
  const begun = beginSync(journal)
  if (!begun.ok) return begun
  pipeline.waiting = { frame, instant, isDurable: false }
  return ok(run(pipeline, waiting))
}

/**
 * Waits for the last frame and runs it. Gives how many commands were decided; 0: nothing was waiting.
 * Errors: the journal has stopped and the frame may not be on disk: it is not run, and nobody may be told anything about it.
 */
export function drainPipeline(pipeline: FramePipeline): Result<number, JournalFault> {
  const settled = settle(pipeline)
  const { waiting } = pipeline
  pipeline.waiting = undefined
  return settled.ok ? ok(run(pipeline, waiting)) : settled
}
