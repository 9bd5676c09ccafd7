/** Somebody asked for quiet about one thing, for a stated time and reason; an endless silence does not exist. */
export type Silence = { id: string; rule: string | null; causeKey: string | null; until: number }

/** A week: longer than any campaign's burst, short enough to be looked at again. */
export const SILENCE_MINUTES_MAX = 7 * 1440

/** The silence that covers an incident at a minute, if any. */
export const silenceOf = (
  silences: readonly Silence[],
  incident: { causeKey: string; rules: readonly string[] },
  at: number,
): Silence | undefined =>
  silences.find(
    ({ until, causeKey, rule }) =>
      until > at &&
      (causeKey === null || causeKey === incident.causeKey) &&
      (rule === null || incident.rules.every((one) => one === rule)),
  )
