import type { BrowserContext, Page } from 'playwright-core'
import { openTab } from './open-tab.ts'
import { OWNER, type ServedToBrowser, serveToBrowser } from './serve-to-browser.ts'

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

/** A server with one owner and one empty shop, or one that is filled as told, and a browser. Errors: like `serveToBrowser`. */
export async function openShop(...how: Parameters<typeof serveToBrowser>): Promise<OpenShop> {
  const served = await serveToBrowser(...how)
  const { address, complaints, close } = served
  const cookie = await setUpOwner(address)
  const api = callAs(address, cookie)
  await api('POST', '/v1/stores', STORE)
  return {
    address,
    api,
    complaints,
    close,
    openPage: pagesOf(served, cookie),
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

/** Readers who differ in nothing share a browser context: what one page has fetched and compiled the next one has. */
function contextsOf({ address, browser }: ServedToBrowser): (reader: Required<Reader>) => Promise<BrowserContext> {
  const known = new Map<string, Promise<BrowserContext>>()
  const open = async ({ cookie, language, theme }: Required<Reader>): Promise<BrowserContext> => {
    const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' })
    const cookies = cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: address }
    })
    await context.addCookies(cookies)
    await context.addInitScript(
      (preferences) => localStorage.setItem('zhanggui.preferences', preferences),
      JSON.stringify({ language, theme }),
    )
    return context
  }
  return (reader) => {
    const key = [reader.cookie, reader.language, reader.theme].join(' ')
    const context = known.get(key) ?? open(reader)
    known.set(key, context)
    return context
  }
}

function pagesOf(served: ServedToBrowser, owner: string): OpenShop['openPage'] {
  const contextOf = contextsOf(served)
  return async (path, { width = 1440, language = 'zh', theme = 'light', cookie = owner } = {}) => {
    const context = await contextOf({ width, language, theme, cookie })
    const page = await openTab(context)
    served.watch(page)
    await page.setViewportSize({ width, height: 900 })
    await page.goto(served.address + path)
    return page
  }
}
