/** A clock reading without a zone, `YYYY-MM-DDThh:mm:ss`. */
type WallTime = string

const asUtc = (wall: WallTime): number => Date.parse(`${wall}Z`)

/** What the clocks of a zone show at an instant, as if it were UTC. */
function wallMs(instant: number, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map((p) => [p.type, p.value]))
  return asUtc(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`)
}

/** Making a format costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known) return known
  const two = '2-digit'
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const
  try {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...fields })
    formats.set(zone, format)
    return format
  } catch {
    // Intl says nothing but RangeError for a zone that it does not know.
    return null
  }
}

/**
 * The instant at which clocks of an IANA zone show a wall time; null for a zone that nobody knows. In the hour that a
 * clock change skips, the reading after the change; in the hour that comes twice, the first.
 */
export function instantOfWallTime(wall: WallTime, zone: string): Date | null {
  const format = formatFor(zone)
  if (!format) return null
  const target = asUtc(wall)
  let instant = target - (wallMs(target, format) - target)
  instant -= wallMs(instant, format) - target
  return new Date(instant)
}
