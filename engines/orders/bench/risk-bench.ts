import { parseArgs } from 'node:util'
import { assert } from '@zhanggui/kernel'
import { apply, createAdmission, encodeFrame, NO_TERMS, trainScorecard } from '../src/index.ts'
import { assess, type Quality } from '../test/risk/assess.ts'
import { commandOf, handbookFeatures, handbookMissing, readPayments, splitAt } from '../test/risk/handbook.ts'

/** First days of the weeks that are judged; each needs what came before it. Days since 1 April 2018. */
const WEEKS = [35, 49, 56, 63, 70, 77, 84]
/** Payments that the core decides one by one to tell its latency. */
const LATENCY_ORDERS = 100_000

type Row = Quality & { week: number }

const mean = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0) / rows.length

function deviation(rows: readonly Row[]): number {
  const middle = mean(rows, ({ auc }) => auc)
  return Math.sqrt(rows.reduce((sum, { auc }) => sum + (auc - middle) ** 2, 0) / (rows.length - 1))
}

/** Each model over all weeks; `aucRatio`: the scorecard's mean area over this one's. */
function summary(rows: readonly Row[]) {
  const models = [...new Set(rows.map(({ model }) => model))]
  const areaOf = (model: string) =>
    mean(
      rows.filter((row) => row.model === model),
      ({ auc }) => auc,
    )
  return models.map((model) => {
    const own = rows.filter((row) => row.model === model)
    return {
      model,
      auc: areaOf(model),
      aucDeviation: deviation(own),
      averagePrecision: mean(own, (row) => row.averagePrecision),
      topHundred: mean(own, (row) => row.topHundred),
      aucRatio: areaOf('scorecard') / areaOf(model),
    }
  })
}

function weeksOf(): Row[] {
  const payments = readPayments(Math.max(...WEEKS) + 7)
  return WEEKS.flatMap((week) =>
    assess(
      payments.filter(({ day }) => day < week + 7),
      splitAt(week),
    ).qualities.map((quality) => ({ week, ...quality })),
  )
}

/** How long one whole decision takes, judging included, from the frame to the answer; microseconds, without a disk. */
function latency(): { p50us: number; p99us: number } {
  const payments = readPayments(14).slice(0, LATENCY_ORDERS)
  const features = handbookFeatures(payments)
  const learnt = payments.map(({ fraud }, i) => ({ fraud, features: features[i] ?? new Int32Array() }))
  const core = createAdmission({ orders: LATENCY_ORDERS, lines: LATENCY_ORDERS, replies: LATENCY_ORDERS, limits: 1024 })
  const stock = LATENCY_ORDERS
  const now = payments[0]?.at ?? 0
  const open = { kind: 'openItem', item: 1, itemKind: 'sku', stock, terms: NO_TERMS, parts: [] } as const
  apply(core, encodeFrame([{ ...open, id: [9, 9, 9, 9], issuedAt: now }]), now)
  apply(core, encodeFrame([{ ...trainScorecard(learnt, 1), id: [9, 9, 9, 8], issuedAt: now }]), now)
  assert(core.scorecard[0] === 1, 'the core judges by the card that was learnt')
  const frames = payments.map((payment, n) => encodeFrame([commandOf(payment, n, 0)]))
  const times = Float64Array.from(frames, (frame, n) => {
    const from = performance.now()
    apply(core, frame, payments[n]?.at ?? now)
    return performance.now() - from
  }).sort()
  const at = (share: number) => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 100_000) / 100
  return { p50us: at(0.5), p99us: at(0.99) }
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const weeks = handbookMissing ? [] : weeksOf()
const result = {
  left: handbookMissing,
  weeks,
  models: weeks.length > 0 ? summary(weeks) : [],
  latency: handbookMissing ? null : latency(),
}
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
else {
  if (handbookMissing) process.stdout.write(`${handbookMissing}: set ZHANGGUI_DATA\n`)
  console.table(result.weeks)
  console.table(result.models)
  console.table([result.latency])
}
