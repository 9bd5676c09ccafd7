import { existsSync } from 'node:fs'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser on this machine: `CHROMIUM_PATH`, else a usual place. Errors: throws and says how to install one. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  const found = [...(named ? [named] : []), ...USUAL].find((path) => existsSync(path))
  if (!found) throw new Error('no Chromium found; run: apt-get install chromium, or set CHROMIUM_PATH')
  return found
}
