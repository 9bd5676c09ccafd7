import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay } from '@zhanggui/kernel'
import { type Context, createDemo, readSettings, serve } from '@zhanggui/server'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const BUILT_PAGES = join(import.meta.dirname, '../../dist/index.html')
const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const STEP_MS = 20_000

export const OWNER = { name: '林掌柜', email: 'owner@shop.cn', password: 'correct horse battery' }

/** A year and a bit, small: enough for year on year and for a 双11 in both years. */
const SMALL_SHOP = { from: parseDay('2025-09-15'), until: parseDay('2026-11-14'), scale: 0.12 }
export const STORE = 'demo'

export type DemoShop = {
  address: string
  /** Everything the consoles complained of. */
  complaints: string[]
  openPage: (path: string, size?: { width: number; height: number }) => Promise<Page>
  /** The API as the signed-in browser calls it. Errors: rejects on any status of 400 and above. */
  api: <T>(path: string, body?: unknown) => Promise<T>
  close: () => Promise<void>
}

/** A server with a small demo shop and nobody who owns it yet. Errors: like `openServer`. */
export const openDemoShop = (): Promise<DemoShop> => openServer((context) => createDemo(context, SMALL_SHOP))

/**
 * A real server on a fresh home, prepared as told, and a real browser.
 * Errors: throws when the pages are not built or there is no Chromium; both say what to run.
 */
export async function openServer(prepare: (context: Context) => Promise<unknown> = async () => {}): Promise<DemoShop> {
  if (!existsSync(BUILT_PAGES)) throw new Error('pages are not built; run: npm run build:web')
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-e2e-'))
  const settings = readSettings({ ZHANGGUI_HOME: home, PORT: '0', LOG_LEVEL: 'silent' })
  const running = await serve(settings, { demo: false, print: () => undefined })
  await prepare(running.context)
  const browser = await chromium.launch({ executablePath: findChromium(), args: BROWSER_ARGS })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  const complaints: string[] = []
  return {
    address: running.address,
    complaints,
    openPage: (path, size) =>
      openPage(context, complaints, path === 'about:blank' ? path : running.address + path, size),
    api: (path, body) => callApi(context, running.address, path, body),
    close: async () => {
      await browser.close()
      await running.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function openPage(
  context: BrowserContext,
  complaints: string[],
  url: string,
  size = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(STEP_MS)
  await page.setViewportSize(size)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return page
}

async function callApi<T>(context: BrowserContext, address: string, path: string, body?: unknown): Promise<T> {
  const answer = await context.request.fetch(address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin: address },
    ...(body === undefined ? {} : { data: body }),
  })
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
