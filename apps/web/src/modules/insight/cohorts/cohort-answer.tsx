import type { CohortResult } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import type { CohortGrain } from './cohort-state.ts'
import { cohortStrings } from './strings.ts'

/** Periods after the first that operators ask for: the next one, and three on. */
const NEXT = 1
const THIRD = 3

type Props = { buyers: CohortResult; paid: CohortResult; grain: CohortGrain }

/** The answer first: how many are new, how many come back, what one is worth. */
export function CohortAnswer({ buyers, paid, grain }: Props) {
  const t = useStrings(cohortStrings)
  const format = useFormat(paid.currency)
  const { size, each } = buyers.overall
  const { toDate } = paid.overall
  const last = Math.max(
    0,
    toDate.findLastIndex((value) => value !== null),
  )
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.buyers} value={format.shortCount(size)} exact={size} title={format.count(size)}>
        <FigureWords>{t.cohorts(format.count(buyers.cohorts.length))}</FigureWords>
      </FigureTile>
      {[NEXT, THIRD].map((at) => (
        <FigureTile
          key={at}
          label={t.cameBack(at, grain)}
          value={format.short(each[at] ?? null, 'ratio')}
          exact={each[at] ?? null}
        >
          <FigureWords>{t.weighted}</FigureWords>
        </FigureTile>
      ))}
      {[THIRD, last].map((at) => (
        <FigureTile
          key={at}
          label={t.worth(at, grain)}
          value={format.short(toDate[at] ?? null, 'money')}
          exact={toDate[at] ?? null}
          title={format.exact(toDate[at] ?? null, 'money')}
        />
      ))}
    </FigureStrip>
  )
}
