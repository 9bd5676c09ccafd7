import type { RiskAccountOffer, RiskAccountPerson } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { strings } from './strings.ts'
import { usedTogether } from './used-together.ts'

const isOver = (offer: RiskAccountOffer): boolean => offer.limit !== null && usedTogether(offer) > offer.limit

/** The answer first: how many accounts, because of what, and whether a limit was passed together. */
export function PersonStrip({ person }: { person: RiskAccountPerson }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { accountCount, offers } = person
  const ties = person.marks.filter(({ standing }) => standing === 'ties')
  const countOf = (kind: string): string => {
    const count = ties.filter((mark) => mark.kind === kind).length
    return count > 0 ? format.count(count) : ''
  }
  const seen = ties.flatMap(({ holders }) => holders.map(({ seenAt }) => seenAt)).sort()
  const last = seen.at(-1)
  const over = offers.filter(isOver).length
  return (
    <FigureStrip label={t.person}>
      <FigureTile label={t.accounts} value={format.count(accountCount)} exact={accountCount}>
        <FigureWords>{accountCount > 1 ? t.isMany(format.count(accountCount)) : t.isOne}</FigureWords>
      </FigureTile>
      <FigureTile label={t.basis} value={ties.length > 0 ? format.count(ties.length) : '–'} exact={ties.length}>
        <FigureWords>
          {ties.length > 0 ? t.basisOf(countOf('device'), countOf('payment'), countOf('address')) : t.noBasis}
        </FigureWords>
        {last && <FigureWords>{t.lastShared(format.instant(last))}</FigureWords>}
      </FigureTile>
      <FigureTile
        label={t.offersUsed}
        value={format.count(offers.length)}
        exact={offers.length}
        tone={over > 0 ? 'warn' : undefined}
      >
        <FigureWords>{over > 0 ? t.over(format.count(over)) : t.notOver}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
