import type { Page } from 'playwright-core'

/** `ms`: by the clock until the title stands. `workMs`: processor time of the page's own thread until its figures are drawn. */
export type PageCost = { ms: number; workMs: number }

/** Nothing more to draw: two looks at the processor time find next to nothing new. */
const STILL = { everyMs: 200, atMostMs: 3 } as const

/** Measures ways to a page, which is known by its title. What else the machine does takes no part in the processor time. */
export async function watchCost(page: Page): Promise<(title: string, go: () => Promise<unknown>) => Promise<PageCost>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const workedMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const workedUntilStill = async (): Promise<number> => {
    for (let before = await workedMs(); ; ) {
      await page.waitForTimeout(STILL.everyMs)
      const now = await workedMs()
      if (now - before <= STILL.atMostMs) return now
      before = now
    }
  }
  return async (title, go) => {
    const before = await workedUntilStill()
    const from = performance.now()
    await go()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    const ms = performance.now() - from
    const now = await workedUntilStill()
    // A new document counts from nothing.
    return { ms, workMs: now < before ? now : now - before }
  }
}
