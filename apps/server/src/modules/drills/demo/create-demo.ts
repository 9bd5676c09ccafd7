import { assert, type BusinessDay } from '@zhanggui/kernel'
import { MARKET_LIMITS, type MarketOptions, marketOptionsProblem } from '@zhanggui/simulator'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { createStore, findStore } from '../../admin/stores.ts'
import { bumpGoodsRevision } from '../../promotions/records/price-revision.ts'
import { saveDemoCampaigns } from './campaigns/save-demo-campaigns.ts'
import { clearStoreFacts } from './clear-store-facts.ts'
import { saveDemoPlans } from './demo-plans.ts'
import { saveDemoProgrammes } from './demo-programmes.ts'
import { saveDemoPromotions } from './demo-promotions.ts'
import { saveDemoRecords } from './demo-records.ts'
import { demoTruthPath, readDemoTruth, removeDemoTruth, writeDemoTruth } from './demo-truth-file.ts'
import { saveDemoWatch } from './demo-watch.ts'
import { loadMarket } from './load-market.ts'

export const DEMO_STORE = 'demo'
export const DEMO_SEED = 'zhanggui'
const DEMO_NAME = '岚禾旗舰店（演示）'
const FOUNDED_DAY = '2019-05-20'

/** `total` is in the phase's own units: tables for `clear`, business days for `facts`, 1 for `store`. */
export type DemoProgress = { phase: 'clear' | 'facts' | 'store'; done: number; total: number }

export type CreateDemoOptions = {
  store?: string
  seed?: string
  /** First and last business day, both counted; default: the simulator's fixed range, so that one seed means one shop. */
  from?: BusinessDay
  until?: BusinessDay
  /** 1 is about 1,400 visits an ordinary day. */
  scale?: number
  /** Makes the shop anew where it is already there. */
  replace?: boolean
  actor?: string
  onProgress?: (progress: DemoProgress) => void
  signal?: AbortSignal
}

export type CreateDemoResult = {
  store: string
  /** False when the shop was already there, whole. */
  created: boolean
  seconds: number
  truthFile: string
}

/**
 * Makes the demo shop: facts first, then its records, so that the shop appears only with its facts; last the file of planted
 * truths, which says that it is whole. A call that was cut short, even by kill -9, leaves nothing that the next one does not
 * clear. A second call on a whole shop does nothing unless `replace` says so.
 * Errors: throws `store_exists` when a real shop has the id, `invalid_request` for a range or scale out of bounds; else what the fact store or the signal said.
 * @example await createDemo(context, { onProgress: ({ phase, done, total }) => console.log(phase, done, total) })
 */
export async function createDemo(context: Context, options: CreateDemoOptions = {}): Promise<CreateDemoResult> {
  const { store = DEMO_STORE, seed = DEMO_SEED, replace = false, actor = 'system', signal } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const { home } = context.settings
  const startedAt = performance.now()
  const result = (created: boolean): CreateDemoResult => ({
    store,
    created,
    seconds: (performance.now() - startedAt) / 1000,
    truthFile: demoTruthPath(home, store),
  })

  const existing = await findStore(context, store)
  if (existing && !existing.demo) throw new ApiFailure('store_exists', { store })
  if (!replace && (await isDemoWhole(context, store))) return result(false)

  const market = marketOptions(options)
  signal?.throwIfAborted()
  onProgress({ phase: 'clear', done: 0, total: 1 })
  await removeDemoTruth(home, store)
  await clearStoreFacts(context.facts, store)
  onProgress({ phase: 'clear', done: 1, total: 1 })

  const onDays = (done: number, total: number): void => onProgress({ phase: 'facts', done, total })
  const truth = await loadMarket(context, { store, seed, options: market, onDays, signal })

  onProgress({ phase: 'store', done: 0, total: 1 })
  if (!existing)
    await createStore(context, { id: store, name: DEMO_NAME, foundedDay: FOUNDED_DAY }, { actor, demo: true })
  // The goods went into the facts before the shop was there; whoever prices in it reads them anew.
  await bumpGoodsRevision(context.records.db, store)
  await saveDemoRecords(context, { store, actor, truth })
  const made = await findStore(context, store)
  assert(made, 'the demo shop was just made')
  await saveDemoPlans(context, { store: made, actor })
  await saveDemoPromotions(context, { store: made, actor })
  await saveDemoProgrammes(context, { store: made, actor })
  await saveDemoCampaigns(context, { store: made, actor })
  await saveDemoWatch(context, { store: made, actor })
  await writeDemoTruth(home, store, truth)
  onProgress({ phase: 'store', done: 1, total: 1 })
  return result(true)
}

/** Whether the demo shop is there with everything that belongs to it. */
export async function isDemoWhole(context: Context, store: string): Promise<boolean> {
  const existing = await findStore(context, store)
  return existing?.demo === true && (await readDemoTruth(context.settings.home, store)) !== null
}

/** Errors: throws `invalid_request` when a market cannot be made so. */
function marketOptions({ from, until, scale }: CreateDemoOptions): MarketOptions {
  const options: MarketOptions = {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(scale === undefined ? {} : { scale }),
  }
  const problem = marketOptionsProblem(options)
  if (problem) throw new ApiFailure('invalid_request', { where: PROBLEMS[problem] })
  return options
}

const PROBLEMS = {
  range: `from, until (1 – ${MARKET_LIMITS.daysMax} 天/days)`,
  scale: `scale (0 < scale ≤ ${MARKET_LIMITS.scaleMax})`,
}
