import { parseArgs } from 'node:util'
import { assess, type Quality } from '../../../../engines/orders/test/risk/assess.ts'
import { handbookMissing, readPayments, splitAt } from '../../../../engines/orders/test/risk/handbook.ts'
import { riskFigures } from './core/risk-latency.ts'

/** First days of the weeks that are judged; each needs what came before it. Days since 1 April 2018. */
const WEEKS = [35, 49, 56, 63, 70, 77, 84]
const LATENCY_ORDERS = 200_000

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

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const weeks = handbookMissing ? [] : weeksOf()
const result = {
  left: handbookMissing,
  weeks,
  models: weeks.length > 0 ? summary(weeks) : [],
  latency: riskFigures(LATENCY_ORDERS),
}
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
else {
  if (handbookMissing) process.stdout.write(`${handbookMissing}: set ZHANGGUI_DATA\n`)
  console.table(result.weeks)
  console.table(result.models)
  console.table(result.latency)
}
