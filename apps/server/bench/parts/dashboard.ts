import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/context.ts'
import { createStore } from '../../src/modules/admin/stores.ts'
import { runCohorts } from '../../src/modules/insight/run-cohorts.ts'
import { runFunnel } from '../../src/modules/insight/run-funnel.ts'
import { runQuery } from '../../src/modules/insight/run-query.ts'
import { openContext } from '../../src/open-context.ts'
import { readSettings } from '../../src/settings.ts'
import { whyNoPostgres } from '../../test/support/postgres.ts'
import type { BenchPart, BenchReport } from '../bench-part.ts'
import { BENCH_STORE, generateYear } from '../generated-year.ts'
import { medianMs, timed } from '../measure.ts'
import { type PostgresPeer, startPostgresPeer } from '../peer/postgres-year.ts'
import { type Answer, type Product, peerAnswer, type Question } from '../questions/question.ts'
import { TRADE_QUESTIONS } from '../questions/trade-questions.ts'
import { TRAFFIC_QUESTIONS } from '../questions/traffic-questions.ts'

const EVENTS = 20_000_000
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

async function askBoth(question: Question, product: Product, peer: PostgresPeer | undefined): Promise<BenchReport> {
  const { id, ask, peerSql } = question
  const answer = await ask(product)
  if (peer) assertSameAnswer(id, answer, peerAnswer(await peer.ask(peerSql)))
  const ours = await medianMs(() => ask(product))
  const results = [{ id: `dashboard.${id}`, value: ours, unit: 'ms' }]
  if (!peer) return { results, ratios: [], notes: [] }
  const theirs = await medianMs(() => peer.ask(peerSql))
  results.push({ id: `postgres.${id}`, value: theirs, unit: 'ms' })
  return { results, ratios: [{ id: `dashboard.${id}/postgres`, value: ours / theirs }], notes: [] }
}

/** Answers are remembered for each fact store; a copy of it remembers nothing, so every run counts anew. */
const forgetful = (context: Context): Context => ({ ...context, facts: { ...context.facts } })

const mergeReports = (reports: readonly BenchReport[]): BenchReport => ({
  results: reports.flatMap((r) => r.results),
  ratios: reports.flatMap((r) => r.ratios),
  notes: reports.flatMap((r) => r.notes),
})

/** Twelve dashboard questions over a generated year, asked through the metric catalogue and of a real PostgreSQL. */
export const dashboard: BenchPart = async ({ rows = EVENTS }) => {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-bench-'))
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'warn' }))
  let peer: PostgresPeer | undefined
  try {
    const store = await createStore(context, { id: BENCH_STORE, name: BENCH_STORE }, { actor: 'bench' })
    const load = await timed(() => generateYear(context.facts, rows))
    if (!whyNoPostgres()) peer = await startPostgresPeer(context.facts, BENCH_STORE)
    const product: Product = {
      query: (request) => runQuery(forgetful(context), store, request),
      funnel: (request) => runFunnel(forgetful(context), store, request),
      cohorts: (request) => runCohorts(forgetful(context), store, request),
    }
    const reports: BenchReport[] = []
    for (const question of QUESTIONS) reports.push(await askBoth(question, product, peer))
    const note = `${rows} events generated in ${load.seconds.toFixed(1)} s; ${whyNoPostgres() ?? 'every answer equals the one of PostgreSQL'}`
    return mergeReports([...reports, { results: [], ratios: [], notes: [note] }])
  } finally {
    await peer?.stop()
    await context.close()
    await rm(home, { recursive: true, force: true })
  }
}
