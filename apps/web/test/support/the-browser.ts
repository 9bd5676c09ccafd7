import { type Browser, chromium } from 'playwright-core'
import { CHROMIUM_MISSING, findChromium } from './find-chromium.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of a run are the same program a hundred times over, each for seconds: one process for all of them has it compiled and its fonts
  // laid out already, and code that runs so briefly gains nothing from being optimised.
  '--renderer-process-limit=1',
  '--js-flags=--no-opt --no-maglev',
]

let launched: Promise<Browser> | undefined

/** One Chromium for every file that this process tests; it ends with the process. Errors: throws where there is none. */
export const theBrowser = (): Promise<Browser> => {
  launched ??= launch()
  return launched
}

function launch(): Promise<Browser> {
  const executablePath = findChromium(process.env)
  if (!executablePath) throw new Error(CHROMIUM_MISSING)
  return chromium.launch({ executablePath, args: ARGS })
}
