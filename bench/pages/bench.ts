/**
 * `npm run bench:pages [-- --json] [--runs 5]`: what the pages cost a browser on this machine, by a demo shop of its own. Prints a table, or
 * with `--json` `{"results":[{"id","value","unit"}],"ratios":[{"id","value"}],"notes":[…]}`. See docs/benchmarks.md.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDay } from '@zhanggui/kernel'
import { createDemo, readSettings, serve } from '@zhanggui/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { printReport } from '../../apps/server/bench/print-report.ts'
import { CHROMIUM_MISSING, findChromium } from '../../apps/web/test/support/find-chromium.ts'
import { OWNER } from '../../apps/web/test/support/serve-to-browser.ts'
import { type PageCost, watchCost } from './page-cost.ts'

const SHOP = { store: 'demo', from: parseDay('2025-09-15'), until: parseDay('2026-11-14'), scale: 0.12 }
const PAGES = [
  { path: 'insight', title: '总览' },
  { path: 'insight/explore', title: '探索' },
  { path: 'insight/metrics', title: '指标' },
  { path: 'data/imports', title: '导入' },
] as const
type Title = (typeof PAGES)[number]['title']

/** One round over the pages. */
type Round = {
  /** From its address, by a browser that has nothing yet. */
  loaded: Map<Title, PageCost & { paintMs: number }>
  /** From another page, with its code there. */
  changed: Map<Title, PageCost>
}

const paintOf = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)

type Session = Awaited<ReturnType<BrowserContext['storageState']>>
type Shop = { browser: Browser; address: string; session: Session }

/** Makes the owner. Shape: what a browser remembers of being signed in. */
async function signIn(browser: Browser, address: string): Promise<Session> {
  const context = await browser.newContext()
  const made = await context.request.post(`${address}/v1/setup`, { data: OWNER, headers: { origin: address } })
  if (!made.ok()) throw new Error(`setup answered ${made.status()}: ${await made.text()}`)
  const session = await context.storageState()
  await context.close()
  return session
}

/** A browser that has nothing of the pages yet. */
const openBrowser = ({ browser, session }: Shop): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', storageState: session })

async function loadEach(shop: Shop): Promise<Round['loaded']> {
  const loaded: Round['loaded'] = new Map()
  for (const { path, title } of PAGES) {
    const context = await openBrowser(shop)
    const page = await context.newPage()
    const cost = await watchCost(page)
    const spent = await cost(title, () => page.goto(`${shop.address}/stores/${SHOP.store}/${path}`))
    loaded.set(title, { ...spent, paintMs: await paintOf(page) })
    await context.close()
  }
  return loaded
}

async function changeToEach(shop: Shop): Promise<Round['changed']> {
  const context = await openBrowser(shop)
  const page = await context.newPage()
  const cost = await watchCost(page)
  const open = (title: Title) => cost(title, () => page.getByRole('link', { name: title, exact: true }).click())
  // From the last to the first, the second time with their code there.
  const titles = PAGES.map(({ title }) => title).toReversed()
  await cost('总览', () => page.goto(`${shop.address}/stores/${SHOP.store}/insight`))
  for (const title of titles) await open(title)
  const changed: Round['changed'] = new Map()
  for (const title of titles) changed.set(title, await open(title))
  await context.close()
  return changed
}

async function measurePages(runs: number) {
  const executablePath = findChromium(process.env)
  if (!executablePath) throw new Error(CHROMIUM_MISSING)
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-pages-bench-'))
  const settings = readSettings({ ZHANGGUI_HOME: join(folder, 'home'), PORT: '0', LOG_LEVEL: 'silent' })
  const running = await serve(settings, { demo: false, print: () => undefined })
  try {
    await createDemo(running.context, SHOP)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const { address } = running
    const shop = { browser, address, session: await signIn(browser, address) }
    const rounds: Round[] = []
    for (let run = 0; run < runs; run++)
      rounds.push({ loaded: await loadEach(shop), changed: await changeToEach(shop) })
    await browser.close()
    return reportOf(rounds)
  } finally {
    await running.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const median = (values: readonly (number | undefined)[]): number =>
  values.map((value) => value ?? Number.NaN).toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function reportOf(rounds: readonly Round[]) {
  const results = PAGES.flatMap(({ path, title }) => {
    const [loaded, changed] = [rounds.map((r) => r.loaded.get(title)), rounds.map((r) => r.changed.get(title))]
    return [
      { id: `${path}.paint`, value: median(loaded.map((cost) => cost?.paintMs)), unit: 'ms' },
      { id: `${path}.load`, value: median(loaded.map((cost) => cost?.ms)), unit: 'ms' },
      { id: `${path}.load.processor`, value: median(loaded.map((cost) => cost?.workMs)), unit: 'ms' },
      { id: `${path}.change`, value: median(changed.map((cost) => cost?.ms)), unit: 'ms' },
      { id: `${path}.change.processor`, value: median(changed.map((cost) => cost?.workMs)), unit: 'ms' },
    ]
  })
  const figureOf = (id: string): number => results.find((result) => result.id === id)?.value ?? Number.NaN
  const ratios = PAGES.map(({ path }) => ({
    id: `${path}.change/load`,
    value: figureOf(`${path}.change.processor`) / figureOf(`${path}.load.processor`),
  }))
  const notes = ['goals: first paint within 1,500 ms, a change of page within 300 ms (until its title stands)']
  return { results, ratios, notes }
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } },
})
const runs = Number(values.runs)
if (!(Number.isSafeInteger(runs) && runs > 0)) throw new Error('--runs is a whole number above 0')
const report = await measurePages(runs)
console.log(values.json ? JSON.stringify(report) : printReport(report))
