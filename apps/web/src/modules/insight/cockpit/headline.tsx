import type { MetricInfo, QueryRequest } from '@zhanggui/contract'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { MINUS } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { movementOf } from '../partial.ts'
import { largestMove, rankRows } from '../ranking.ts'
import { useDimensionValue } from '../use-dimension-value.ts'
import { strings } from './strings.ts'

type HeadlineProps = { metric: MetricInfo; totals: QueryRequest; channels: QueryRequest }

/** The answer in one sentence: result, movement, and the channel that moved most. Each part only with its number. */
export function Headline({ metric, totals, channels }: HeadlineProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const total = useMetricQuery(store, totals).data
  const byChannel = useMetricQuery(store, channels).data
  const format = useFormat(total?.currency)
  const valueName = useDimensionValue(byChannel?.labels)
  const row = total?.rows[0]
  const value = row?.[metric.id]
  // A line of its own height while the figures are on their way.
  if (!total || typeof value !== 'number') return <span>{'\u00a0'}</span>
  const change = movementOf(total, row, { period: '', metric: metric.id })
  const move = byChannel && totals.compare ? largestMove(rankRows(byChannel, 'channel', 'paid')) : null
  const signed = move && `${move.difference > 0 ? '+' : MINUS}${format.short(Math.abs(move.difference), 'money')}`
  const parts = [
    t.headline(format.short(value, metric.unit)),
    change && totals.compare ? t.headlineChange(t[totals.compare], format.change(change)) : null,
    change && total.elapsed ? t.headlineSoFar(format.dayRange(total.elapsed.compareRange)) : null,
    move && signed ? t.headlineMover(valueName('channel', move.row.key), signed) : null,
  ].filter((part) => part !== null)
  return <>{language === 'zh' ? `${parts.join('，')}。` : `${parts.join('; ')}.`}</>
}
