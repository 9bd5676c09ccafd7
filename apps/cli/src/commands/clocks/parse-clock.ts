import { InvalidArgumentError } from 'commander'

/** `incident:4711`, or a number alone, which is a case. */
export function parseSubject(text: string): { kind: string; id: string } {
  const at = text.indexOf(':')
  const [kind, id] = at < 0 ? ['case', text] : [text.slice(0, at), text.slice(at + 1)]
  if (kind !== '' && id !== '') return { kind, id }
  throw new InvalidArgumentError('写成 类别:编号，如 incident:4711 / write kind:number, such as incident:4711')
}

/** An instant with its zone, as ISO 8601. */
export function parseInstant(text: string): Date {
  const at = new Date(text)
  if (/[zZ]$|[+-]\d\d:?\d\d$/.test(text) && !Number.isNaN(at.getTime())) return at
  throw new InvalidArgumentError(
    '时间请带时区，如 2026-11-11T10:00:00+08:00 / an instant with its zone, such as 2026-11-11T10:00:00+08:00',
  )
}

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `10s`, `30m`, `2h`, `1h30m`. Shape: milliseconds. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhd])/g)]
  const ms = parts.reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit as keyof typeof UNITS] ?? 0), 0)
  if (ms > 0 && parts.map(([part]) => part).join('') === text) return ms
  throw new InvalidArgumentError('时长写成 10s、30m、2h 或 1h30m / write a duration as 10s, 30m, 2h or 1h30m')
}
