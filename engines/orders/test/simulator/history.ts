import type { Command } from '../../src/index.ts'

/**
 * A frame that was run: where it stands in the journal, when, what was in it, and the states that may be found after it (more
 * than one where a snapshot was taken after more time had passed).
 */
export type Step = { sequence: number; now: number; commands: readonly Command[]; digests: number[] }

/** The last step whose record is within the sequence; `undefined`: none is. */
export const stepAt = (history: readonly Step[], sequence: number): Step | undefined =>
  history.findLast((step) => step.sequence <= sequence)
