import type { Block } from '../document.ts'
import type { Section } from '../library/report-kind.ts'
import { metricName, numberOf, queryRef, say, unitOf } from '../library/telling.ts'
import { againstOf } from '../narrative/compared.ts'
import { sayExtremes } from '../narrative/extremes.ts'
import { periodName } from '../narrative/period-name.ts'
import { saySurprises } from '../narrative/surprises.ts'
import { askOver, courseGrain, headed, paragraphOf, periodText } from './write.ts'

/** One metric over the report's days or months, beside the comparison, with its peaks and its strange days. */
export function course(metric: string): Section {
  return {
    asks: (period) => ({ course: askOver(period, { metrics: [metric], by: [courseGrain(period)], fillGaps: true }) }),
    write(telling): Block[] {
      const answer = telling.answers.get('course')
      const grain = courseGrain(telling.period)
      const rows = answer?.rows.filter(
        (row) => numberOf(row, metric) !== null || numberOf(row, `${metric}Compare`) !== null,
      )
      if (!answer || !rows || rows.length < 2) return []
      const against = againstOf(telling, answer)
      const name = metricName(telling, metric)
      const each = grain === 'day' ? say(telling, '每日', 'by day') : say(telling, '每月', 'by month')
      return headed(
        telling,
        [`${name}走势`, `Course of ${name}`],
        [
          ...paragraphOf(
            ...sayExtremes(telling, answer, { grain, metric }),
            ...(grain === 'day' ? saySurprises(telling, answer, metric) : []),
          ),
          {
            kind: 'chart',
            title: say(telling, `${each}${name}`, `${name} ${each}`),
            type: grain === 'day' ? 'line' : 'bar',
            unit: unitOf(telling, metric),
            categories: rows.map((row) => periodName(telling, String(row[grain]))),
            series: [
              { name: periodText(telling), values: rows.map((row) => numberOf(row, metric)) },
              ...(against === ''
                ? []
                : [{ name: against, values: rows.map((row) => numberOf(row, `${metric}Compare`)), pale: true }]),
            ],
            ref: queryRef(answer.ask),
          },
        ],
      )
    },
  }
}
