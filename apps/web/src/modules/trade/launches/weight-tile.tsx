import type { LaunchReport } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { strings } from './strings.ts'

/** How a launch is lifted in search now, and what search showed of it against as many days before. */
export function WeightTile({ weight, boost }: { weight: number; boost: LaunchReport['boost'] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { now, until, search } = boost
  const count = (value: number | null): string => format.exact(value, 'count')
  return (
    <FigureTile label={t.weight} value={t.times(format.short(now, 'multiple'))} exact={now}>
      <FigureWords>{t.weightText(t.times(format.short(weight, 'multiple')), format.shortDay(until))}</FigureWords>
      {search && (search.during !== null || search.before !== null) && (
        <FigureWords>
          {t.searchText(format.count(search.days), count(search.during), count(search.before))}
          {search.change !== null && ` · ${format.change({ kind: 'relative', amount: search.change })}`}
        </FigureWords>
      )}
    </FigureTile>
  )
}
