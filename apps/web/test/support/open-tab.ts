import type { BrowserContext, Page } from 'playwright-core'

const idle = new WeakMap<BrowserContext, Page[]>()

/**
 * A tab of a context; closing it leaves it for the next who asks. A tab that is used again has the pages' program at hand, which halves
 * what a browser computes. What it showed, remembered and caught is gone then; what was added to every document of it (`addInitScript`,
 * `on`) stays.
 */
export async function openTab(context: BrowserContext): Promise<Page> {
  const tabs = idle.get(context) ?? []
  idle.set(context, tabs)
  return tabs.pop() ?? keepWhenClosed(await context.newPage(), tabs)
}

function keepWhenClosed(tab: Page, tabs: Page[]): Page {
  const end = tab.close.bind(tab)
  tab.close = async () => {
    if (tab.isClosed() || tabs.includes(tab)) return
    if (tab.url() === 'about:blank') return end()
    await tab.unrouteAll({ behavior: 'ignoreErrors' })
    // A document of the same origin, so that the process with the program stays.
    await tab.goto(new URL('/icon.svg', tab.url()).href)
    await tab.evaluate(() => sessionStorage.clear())
    tabs.push(tab)
  }
  return tab
}
