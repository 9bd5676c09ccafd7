const BROWSERS = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['微信 WeChat', /MicroMessenger\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
  ['curl', /^curl\//],
] as const

const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/**
 * Browser and system out of a user agent, enough to recognise one's own device.
 * Shape: "Chrome · Windows"; the unknown half is left out; `null` when neither is known.
 * The order of the tables matters: Edge also says Chrome, Chrome also says Safari, Android also says Linux.
 */
export function describeUserAgent(userAgent: string | null): string | null {
  if (userAgent === null) return null
  const found = [BROWSERS, SYSTEMS].flatMap((table) => table.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? [])
  return found.length === 0 ? null : found.join(' · ')
}
