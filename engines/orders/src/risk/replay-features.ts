import { assert } from '@zhanggui/kernel'
import type { CommandOf } from '../frame/command.ts'
import { clearFrame, createFrameWriter, frameOf, writeCommand } from '../frame/frame-writer.ts'
import { type Admission, createAdmission } from '../state/admission.ts'
import { FEATURE_COUNT, readFeatures } from './features.ts'
import { SCORECARD } from './score.ts'
import { noteLapse } from './velocity.ts'

/** A judged request, or an order of the buyer that lapsed unpaid; `at`: UTC ms. */
export type PastRequest =
  | { kind: 'order'; at: number; command: CommandOf<'reserve'> }
  | { kind: 'lapse'; at: number; buyer: readonly [number, number] }

const SIZES = { items: 2, orders: 2, lines: 2, replies: 2, limits: 2, gates: 2, tickets: 2, blocks: 2 }

/** Enough for the requests of some windows at the rate of a big shop. */
const VELOCITY_SLOTS = 65_536

function countingCore(velocitySlots: number): Admission {
  const core = createAdmission({ ...SIZES, velocitySlots })
  // A scorecard without bins: it judges nobody, and its being there is what makes the core count.
  core.scorecard[SCORECARD.version] = 1
  return core
}

/**
 * The features of each order as the core saw them when it decided: read by the very function the core reads them by, from the
 * same frames, so that what is learnt from is what is judged by.
 * Shape: one row of `FEATURE_COUNT` for each order, in order. Errors: throws where the requests do not stand in order of time.
 */
export function replayFeatures(past: Iterable<PastRequest>, velocitySlots = VELOCITY_SLOTS): Int32Array[] {
  const core = countingCore(velocitySlots)
  const writer = createFrameWriter()
  const rows: Int32Array[] = []
  for (const request of past) {
    assert(request.at >= (core.clock[0] as number), 'requests stand in order of time')
    core.clock[0] = request.at
    if (request.kind === 'lapse') {
      noteLapse(core, Int32Array.from(request.buyer), 0, request.at)
      continue
    }
    clearFrame(writer)
    writeCommand(writer, request.command)
    const features = new Int32Array(FEATURE_COUNT)
    readFeatures(core, frameOf(writer), 0, request.command.lines.length, features)
    rows.push(features)
  }
  return rows
}
