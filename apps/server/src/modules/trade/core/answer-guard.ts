/**
 * Stands between what was decided and whoever is told of it: another site has to have it first, and this site still has to lead.
 * Without one, answers go out as soon as they are on this disk.
 */
export type AnswerGuard = {
  /** Calls `send` once, in the order of the calls; with `false`: nobody may be told anything about this any more. */
  release(send: (mayTell: boolean) => void): void
  /** Nothing more is decided: waits until all that was has been told, then hands over. */
  close(): Promise<void>
}
