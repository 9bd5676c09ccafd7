import { rm } from 'node:fs/promises'
import type { Store } from '@zhanggui/contract'
import type { Context } from '../../src/context.ts'
import { createStore } from '../../src/modules/admin/stores.ts'
import { runCohorts } from '../../src/modules/insight/run-cohorts.ts'
import { runFunnel } from '../../src/modules/insight/run-funnel.ts'
import { runQuery } from '../../src/modules/insight/run-query.ts'
import { openContext } from '../../src/open-context.ts'
import { readSettings } from '../../src/settings.ts'
import { dropScratchTables } from '../../src/storage/facts/scratch-tables.ts'
import { whyNoPostgres } from '../../test/support/postgres.ts'
import type { BenchPart, BenchReport } from '../bench-part.ts'
import { arriveToday, BENCH_STORE, generateYear } from '../generated-year.ts'
import { medianMs, timed } from '../measure.ts'
import { newHome } from '../new-home.ts'
import { type PostgresPeer, startPostgresPeer } from '../peer/postgres-year.ts'
import { type Answer, type Product, peerAnswer, type Question } from '../questions/question.ts'
import { TRADE_QUESTIONS } from '../questions/trade-questions.ts'
import { TRAFFIC_QUESTIONS } from '../questions/traffic-questions.ts'

const EVENTS = 20_000_000
/** What a busy shop sends between two looks at a page. */
const NEW_EVENTS = 2000
const QUESTIONS: readonly Question[] = [...TRAFFIC_QUESTIONS, ...TRADE_QUESTIONS]

/** Two sides that answer differently are not peers. Shows the first rows that differ. */
function assertSameAnswer(id: string, ours: Answer, theirs: Answer): void {
  const [onlyOurs, onlyTheirs] = [
    ours.filter((row) => !theirs.includes(row)),
    theirs.filter((row) => !ours.includes(row)),
  ]
  if (onlyOurs.length + onlyTheirs.length === 0 && ours.length > 0) return
  throw new Error(
    `${id}: answers differ: ours ${onlyOurs.slice(0, 3).join(' ; ')} / peer ${onlyTheirs.slice(0, 3).join(' ; ')}`,
  )
}

type Asking = { product: Product; peer: PostgresPeer | undefined; runs: number | undefined }

async function askBoth({ id, ask, peerSql }: Question, { product, peer, runs }: Asking): Promise<BenchReport> {
  const answer = await ask(product)
  if (peer) assertSameAnswer(id, answer, peerAnswer(await peer.ask(peerSql)))
  const ours = await medianMs(() => ask(product), runs)
  const results = [{ id: `dashboard.${id}`, value: ours, unit: 'ms' }]
  if (!peer) return { results, ratios: [], notes: [] }
  const theirs = await medianMs(() => peer.ask(peerSql), runs)
  results.push({ id: `postgres.${id}`, value: theirs, unit: 'ms' })
  return { results, ratios: [{ id: `dashboard.${id}/postgres`, value: ours / theirs }], notes: [] }
}

/**
 * The same question in a shop that is open: before each run new events arrive on the year's last day, so nothing that holds
 * that day is known any more. What was remembered of the days before must give the answer of a fresh count.
 */
async function askOpen(
  { id, ask }: Question,
  {
    context,
    product,
    fresh,
    times = 3,
  }: { context: Context; product: Product; fresh: Product; times: number | undefined },
): Promise<BenchReport> {
  await ask(product)
  const runs: number[] = []
  for (let i = 0; i < times; i++) {
    await arriveToday(context.facts, NEW_EVENTS)
    runs.push((await timed(() => ask(product))).seconds * 1000)
  }
  const value = runs.toSorted((a, b) => a - b)[runs.length >> 1] ?? Number.NaN
  assertSameAnswer(`${id} as remembered`, await ask(product), await ask(fresh))
  return { results: [{ id: `dashboard.${id}.open`, value, unit: 'ms' }], ratios: [], notes: [] }
}

/** Answers are remembered for each fact store; a copy of it remembers nothing, so every run counts anew. */
const forgetful = (context: Context): Context => ({ ...context, facts: { ...context.facts } })

const productOf = (store: Store, contextOf: () => Context): Product => ({
  query: (request) => runQuery(contextOf(), store, request),
  funnel: (request) => runFunnel(contextOf(), store, request),
  cohorts: (request) => runCohorts(contextOf(), store, request),
})

const mergeReports = (reports: readonly BenchReport[]): BenchReport => ({
  results: reports.flatMap((r) => r.results),
  ratios: reports.flatMap((r) => r.ratios),
  notes: reports.flatMap((r) => r.notes),
})

/** Twelve dashboard questions over a generated year, asked through the metric catalogue and of a real PostgreSQL. */
export const dashboard: BenchPart = async ({ rows = EVENTS, alone, runs }) => {
  const home = await newHome()
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'warn' }))
  let peer: PostgresPeer | undefined
  try {
    const store = await createStore(context, { id: BENCH_STORE, name: BENCH_STORE }, { actor: 'bench' })
    const load = await timed(() => generateYear(context.facts, rows))
    const noPeer = alone ? 'without a peer, as asked' : whyNoPostgres()
    if (!noPeer) peer = await startPostgresPeer(context.facts, BENCH_STORE)
    const fresh = productOf(store, () => forgetful(context))
    const product = productOf(store, () => context)
    const reports: BenchReport[] = []
    for (const question of QUESTIONS) reports.push(await askBoth(question, { product: fresh, peer, runs }))
    // Peers have another year from here on, and what forgetful runs have kept is no use to anybody.
    await dropScratchTables(context.facts)
    for (const question of QUESTIONS) reports.push(await askOpen(question, { context, product, fresh, times: runs }))
    const note = `${rows} events generated in ${load.seconds.toFixed(1)} s; ${noPeer ?? 'every answer equals the one of PostgreSQL'}`
    return mergeReports([...reports, { results: [], ratios: [], notes: [note] }])
  } finally {
    await peer?.stop()
    await context.close()
    await rm(home, { recursive: true, force: true })
  }
}
