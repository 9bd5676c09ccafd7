import type { BrowserContext, Page } from 'playwright-core'
import { fillDemoHome } from './demo-home.ts'
import { openTab } from './open-tab.ts'
import { type ServedToBrowser, serveToBrowser } from './serve-to-browser.ts'

export const STORE = 'demo'

type Size = { width: number; height: number }
const DESK: Size = { width: 1440, height: 900 }

export type OpenServer = {
  address: string
  /** Everything the consoles complained of. */
  complaints: string[]
  openPage: (path: string, size?: Size) => Promise<Page>
  /** The API as the signed-in browser calls it. Errors: rejects on any status of 400 and above. */
  api: <T>(path: string, body?: unknown) => Promise<T>
  close: () => Promise<void>
}

/** A server with a small demo shop and nobody who owns it yet. Errors: like `serveToBrowser`. */
export const openDemoShop = async (): Promise<OpenServer> => inOneBrowser(await serveToBrowser(fillDemoHome))

/** A server that nobody has set up yet. Errors: like `serveToBrowser`. */
export const openNewServer = async (): Promise<OpenServer> => inOneBrowser(await serveToBrowser())

/** Pages that share their cookies, as one reader's tabs do; the API is called with them too. */
async function inOneBrowser({ address, browser, complaints, watch, close }: ServedToBrowser): Promise<OpenServer> {
  const context = await browser.newContext({ viewport: DESK, acceptDownloads: true, reducedMotion: 'reduce' })
  return {
    address,
    complaints,
    close,
    async openPage(path, size = DESK) {
      const page = await openTab(context)
      watch(page)
      await page.setViewportSize(size)
      await page.goto(path === 'about:blank' ? path : address + path)
      return page
    },
    api: (path, body) => callApi(context, address + path, body),
  }
}

async function callApi<T>(context: BrowserContext, url: string, body?: unknown): Promise<T> {
  const answer = await context.request.fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin: new URL(url).origin },
    ...(body === undefined ? {} : { data: body }),
  })
  if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
