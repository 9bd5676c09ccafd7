const MINUTE_MS = 60_000
/** A shop that sells has a visitor more often than this; a longer silence is more likely a broken line. */
const SILENT_MINUTES = 10

/** Minutes for which nothing has come in, once that is long; null while data come, and before the first of the day. */
export function silentMinutes(freshAt: string | null, now: Date): number | null {
  if (!freshAt) return null
  const minutes = Math.floor((now.getTime() - Date.parse(freshAt)) / MINUTE_MS)
  return minutes >= SILENT_MINUTES ? minutes : null
}
