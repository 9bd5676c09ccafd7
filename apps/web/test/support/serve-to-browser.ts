import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, type Settings, serve } from '@zhanggui/server'
import type { Browser, Page } from 'playwright-core'
import { copyNewInstallation } from '../../../server/test/support/copy-new-installation.ts'
import { theBrowser } from './the-browser.ts'

const BUILT_PAGES = join(import.meta.dirname, '../../dist/index.html')

/** Longer than any step takes on a busy machine; a missing element then fails its test, not the whole run. */
const STEP_MS = 30_000

export const OWNER = { name: '林掌柜', email: 'owner@shop.cn', password: 'correct horse battery' }

export type ServedToBrowser = {
  address: string
  browser: Browser
  /** Everything the consoles of watched pages complained of. */
  complaints: string[]
  watch: (page: Page) => void
  close: () => Promise<void>
}

const watched = new WeakSet<Page>()

function watchPage(page: Page, complaints: string[]): void {
  if (watched.has(page)) return
  watched.add(page)
  page.setDefaultTimeout(STEP_MS)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}

const newInstallation = ({ home }: Settings): Promise<void> => copyNewInstallation(home)

/**
 * A real server on a home folder of its own, new or filled as told, with further settings, and a real browser. One at a time in a process: `close`
 * takes every page of the browser with it.
 * Errors: throws when the pages are not built or there is no Chromium; both say what to run.
 */
export async function serveToBrowser(
  fill: (settings: Settings) => Promise<void> = newInstallation,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedToBrowser> {
  if (!existsSync(BUILT_PAGES)) throw new Error('pages are not built; run: npm run build:web')
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-e2e-'))
  const settings = readSettings({ ZHANGGUI_HOME: home, PORT: '0', LOG_LEVEL: 'silent', ...environment })
  await fill(settings)
  let running: Awaited<ReturnType<typeof serve>> | undefined = await serve(settings, {
    demo: false,
    print: () => undefined,
  })
  const browser = await theBrowser()
  const complaints: string[] = []
  return {
    address: running.address,
    browser,
    complaints,
    watch: (page) => watchPage(page, complaints),
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await running?.close()
      // What a file of tests keeps of a server, its process keeps until the end.
      running = undefined
      await rm(home, { recursive: true, force: true })
    },
  }
}
