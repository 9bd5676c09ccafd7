import { type Admission, coreFaults, type Id, readAnswer, readOrder } from '@zhanggui/orders'

/** Orders that were answered as accepted and are not there; orders that were accepted twice; what else does not hold, in words. */
export type AnswerCheck = { accepted: number; lost: number; duplicates: number; faults: string[] }

/** The ids of the commands of a frame, in their order. */
function idsOf(frame: Int32Array): Id[] {
  const ids: Id[] = []
  for (let at = 0; at < frame.length; at += (frame[at] as number) >>> 16) {
    const [a = 0, b = 0, c = 0, d = 0] = frame.subarray(at + 2, at + 6)
    ids.push([a, b, c, d])
  }
  return ids
}

/**
 * Compares what was answered to frames of reserves with a core as its files say it is. Every order that was accepted must be there,
 * none accepted twice (a repeat is answered as one), and as many orders have units as were accepted.
 */
export function checkAnswers(
  core: Admission,
  frames: readonly Int32Array[],
  answers: readonly Int32Array[],
): AnswerCheck {
  const accepted = new Set<string>()
  let [lost, duplicates] = [0, 0]
  for (const [i, frame] of frames.entries())
    for (const [n, id] of idsOf(frame).entries()) {
      const { code, repeated } = readAnswer(answers[i] as Int32Array, n)
      if (code !== 'accepted' || repeated) continue
      const name = id.join()
      if (accepted.has(name)) duplicates++
      accepted.add(name)
      if (readOrder(core, id)?.state !== 'held') lost++
    }
  return { accepted: accepted.size, lost, duplicates, faults: coreFaults(core) }
}
