/** One measure in one minute: its value and the rows (events, order lines) that it was taken of. */
export type MinuteCell = { value: number | null; rows: number }

/** A measure by the instant of its minute; a minute in which nothing happened is not there. */
export type MinuteCells = ReadonlyMap<number, MinuteCell>

export const MINUTE_MS = 60_000
