import { existsSync } from 'node:fs'

const USUAL = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser that prints: the one that is named, else one in a usual place; null where there is none. */
export const findChromium = (named: string | undefined): string | null =>
  named ? (existsSync(named) ? named : null) : (USUAL.find((path) => existsSync(path)) ?? null)
