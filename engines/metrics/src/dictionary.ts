import { METRICS } from './catalogue/index.ts'
import { DIMENSIONS } from './dimension.ts'
import { describeExpression, measuresOf } from './expression.ts'
import { getMeasure } from './measures/index.ts'
import type { Metric } from './metric.ts'
import { hasDimension, hasInstants } from './plan-query.ts'
import { getSource } from './sources/index.ts'

/** A metric as the dictionary shows it: what is declared, and what follows from its measures. */
export type MetricEntry = Omit<Metric, 'expression'> & {
  formula: string
  numerator: string | null
  denominator: string | null
  grain: 'minute' | 'day'
  dimensions: string[]
  sources: string[]
}

function parts({ expression }: Metric): { numerator: string | null; denominator: string | null } {
  switch (expression.kind) {
    case 'ratio':
      return { numerator: describeExpression(expression.over), denominator: describeExpression(expression.under) }
    case 'daysLeft':
      return { numerator: expression.over, denominator: `${expression.under} ÷ days` }
    default:
      return { numerator: null, denominator: null }
  }
}

function entry(metric: Metric): MetricEntry {
  const { expression, ...declared } = metric
  const tables = measuresOf(expression).flatMap((id) => getSource(getMeasure(id).source).tables)
  return {
    ...declared,
    formula: describeExpression(expression),
    ...parts(metric),
    grain: hasInstants(metric) ? 'minute' : 'day',
    dimensions: DIMENSIONS.filter((d) => hasDimension(metric, d.id)).map((d) => d.id),
    sources: [...new Set(tables)],
  }
}

/** The whole dictionary, in catalogue order. */
export const dictionary = (): MetricEntry[] => METRICS.map(entry)
