import type { Context } from '../../context.ts'

/** One round of a job. */
export type TickRound = {
  /** The instant of the round on the injected clock; a job asks for no other. */
  now: Date
  /** Aborted when the server stops: a job in several steps ends after the step it is in. */
  signal: AbortSignal
}

/**
 * Something that happens by the clock: deadlines, conditions of alerts, run sheets.
 * A job keeps nothing between rounds. It reads what is due from the records, so that a restart, a round that was missed
 * and a second process change nothing; and it writes so that the same round twice has the effect of one.
 */
export type TickJob = {
  /** In logs: `clocks`, `alerts`. */
  id: string
  everySeconds: number
  run(context: Context, round: TickRound): Promise<void>
}
