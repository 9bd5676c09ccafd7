import {
  areaUnderCurve,
  averagePrecision,
  type DailyCase,
  DEFAULT_TRAINING,
  dailyPrecision,
  FEATURE,
  scorecardWords,
  scoreWith,
  trainScorecard,
} from '../../src/index.ts'
import { type CardPayment, DELAY_DAYS, handbookFeatures, type Split } from './handbook.ts'

/** A week of cards has thousands of orders a bin even at a fiftieth of the usual share. */
const TRAINING = { ...DEFAULT_TRAINING, binsMax: 16, binShareMin: 0.001 }

export type Quality = { model: string; auc: number; averagePrecision: number; topHundred: number }

type Row = CardPayment & { features: Int32Array }

const within = (rows: readonly Row[], [from, to]: readonly [number, number]): Row[] =>
  rows.filter(({ day }) => day >= from && day < to)

/**
 * As the protocol does: a card whose fraud was known on the day, out of the week learnt from or a week before the day, would be
 * stopped already and is not judged any more.
 */
function unknownYet(rows: readonly Row[], { train, test }: Split): Row[] {
  const knownSince = new Map<number, number>()
  for (const { fraud, customer, day } of rows) {
    const known = Math.max(day + DELAY_DAYS, test[0])
    if (fraud && day >= train[0] && !knownSince.has(customer)) knownSince.set(customer, known)
  }
  return within(rows, test).filter(({ customer, day }) => day < (knownSince.get(customer) ?? Number.POSITIVE_INFINITY))
}

function quality(model: string, rows: readonly Row[], scoreOf: (row: Row) => number): Quality {
  const cases: DailyCase[] = rows.map((row) => ({
    day: row.day,
    buyer: row.customer,
    score: scoreOf(row),
    fraud: row.fraud,
  }))
  return {
    model,
    auc: areaUnderCurve(cases) ?? 0,
    averagePrecision: averagePrecision(cases) ?? 0,
    topHundred: dailyPrecision(cases, 100) ?? 0,
  }
}

const feature = (name: keyof typeof FEATURE) => (row: Row) => row.features[FEATURE[name]] ?? 0

/** A person's rules, without a model: large, far above the usual, or from where frauds came before. */
const byRules = (row: Row): number =>
  Number(feature('amountYuan')(row) > 220) +
  Number(feature('amountToUsual')(row) >= 48) +
  Number(feature('sourceFraud')(row) >= 64)

/** The shop's scorecard beside two simple peers, on the week after the delay. */
export function assess(payments: readonly CardPayment[], split: Split): { qualities: Quality[]; rows: Row[] } {
  const features = handbookFeatures(payments)
  const rows = payments.map((payment, i) => ({ ...payment, features: features[i] ?? new Int32Array() }))
  const [train, test] = [within(rows, split.train), unknownYet(rows, split)]
  const words = scorecardWords(trainScorecard(train, 1, TRAINING).bins)
  const of = (model: string, scoreOf: (row: Row) => number) => quality(model, test, scoreOf)
  return {
    rows: test,
    qualities: [
      of('scorecard', (row) => scoreWith(words, row.features)),
      of('rules alone', byRules),
      of('amount alone', feature('amountYuan')),
    ],
  }
}
