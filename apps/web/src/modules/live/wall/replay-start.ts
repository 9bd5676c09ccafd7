/** Where the replay of a day begins: in the evening before the rush, when a room begins to look. */
const BEGIN = 'T19:00:00'

/** The instant at which a zone's clock shows a wall time, for zones that keep whole minutes to UTC all day. */
export function replayStart(day: string, timeZone: string): string {
  const asUtc = new Date(`${day}${BEGIN}Z`)
  const shown = new Date(asUtc.toLocaleString('en-US', { timeZone }))
  const plain = new Date(asUtc.toLocaleString('en-US', { timeZone: 'UTC' }))
  return new Date(asUtc.getTime() - (shown.getTime() - plain.getTime())).toISOString()
}
