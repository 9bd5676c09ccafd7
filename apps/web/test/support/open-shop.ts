import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, serve } from '@zhanggui/server'
import { type Browser, chromium, type Page } from 'playwright-core'
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

/** Longer than any step takes on a busy machine; a missing element then fails its test, not the whole run. */
const STEP_MS = 30_000

export const OWNER = { name: '林掌柜', email: 'owner@shop.cn', password: 'correct horse battery' }
export const STORE = { id: 'maoyi', name: '茂易家居旗舰店', foundedDay: '2016-03-01' }

/** How the reader's browser is set up; the defaults are a desk in China by day. */
export type Reader = {
  width?: number
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  /** Somebody else than the owner, signed in. */
  cookie?: string
}

export type OpenShop = {
  address: string
  /** Calls the API as the owner; answers the parsed body. Errors: rejects on any status of 400 and above. */
  api: <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<T>
  /** A page where the owner is signed in. Everything its console complains of is collected in `complaints`. */
  openPage: (path: string, reader?: Reader) => Promise<Page>
  complaints: string[]
  close: () => Promise<void>
}

/**
 * A real server on a fresh home folder with one owner and one empty shop, and a real browser.
 * Errors: throws when the pages are not built or there is no Chromium; both say what to run.
 */
export async function openShop(): Promise<OpenShop> {
  if (!existsSync(BUILT_PAGES)) throw new Error('pages are not built; run: npm run build:web')
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-e2e-'))
  const settings = readSettings({ ZHANGGUI_HOME: home, PORT: '0', LOG_LEVEL: 'silent' })
  const running = await serve(settings, { demo: false, print: () => undefined })
  const browser = await chromium.launch({ executablePath: findChromium(), args: BROWSER_ARGS })
  const { address } = running
  const cookie = await setUpOwner(address)
  const api = callAs(address, cookie)
  await api('POST', '/v1/stores', STORE)
  const complaints: string[] = []
  return {
    address,
    api,
    complaints,
    openPage: (path, reader = {}) => openPage({ browser, address, cookie, complaints }, path, reader),
    close: async () => {
      await browser.close()
      await running.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function setUpOwner(address: string): Promise<string> {
  const answer = await fetch(`${address}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(OWNER),
  })
  if (!answer.ok) throw new Error(`setup answered ${answer.status}: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
}

const callAs =
  (address: string, cookie: string): OpenShop['api'] =>
  async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(address + path, {
      method,
      headers: { cookie, origin: address, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

type Desk = { browser: Browser; address: string; cookie: string; complaints: string[] }

async function openPage(desk: Desk, path: string, reader: Reader) {
  const { width = 1440, language = 'zh', theme = 'light', cookie = desk.cookie } = reader
  const context = await desk.browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true })
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: desk.address }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  page.setDefaultTimeout(STEP_MS)
  await page.addInitScript(
    (preferences) => localStorage.setItem('zhanggui.preferences', preferences),
    JSON.stringify({ language, theme }),
  )
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') desk.complaints.push(message.text())
  })
  page.on('pageerror', (error) => desk.complaints.push(String(error)))
  await page.goto(desk.address + path)
  return page
}
