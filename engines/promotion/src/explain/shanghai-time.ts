const EIGHT_HOURS_MS = 8 * 3_600_000

/** An instant as people in the shop's time zone write it, to the minute. `2026-10-31T12:00:00.000Z` → `2026-10-31 20:00`. */
export function shanghaiTime(iso: string): string {
  const at = new Date(Date.parse(iso) + EIGHT_HOURS_MS).toISOString()
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`
}
