import type { Settings } from './settings.ts'

/** An address that listens everywhere is none that anybody can open. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Where people open this server, without a slash at its end. */
export function publicAddress({ publicUrl, host, port }: Pick<Settings, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl) return publicUrl.replace(/\/$/, '')
  return `http://${EVERYWHERE.has(host) ? 'localhost' : host}:${port}`
}
