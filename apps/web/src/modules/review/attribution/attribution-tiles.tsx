import type { Attribution } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { attributionStrings } from './strings.ts'

/** What is shared out among the channels, and how much of it has a way that was seen. */
export function AttributionTiles({ data }: { data: Attribution }) {
  const t = useStrings(attributionStrings)
  const format = useFormat(data.currency)
  const untracked = data.channels.find((c) => c.channel === '')?.models.last.share ?? 0
  return (
    <FigureStrip label={t.title}>
      <FigureTile
        label={t.paid}
        value={format.short(data.total.paidCents, 'money')}
        exact={data.total.paidCents}
        title={format.exact(data.total.paidCents, 'money')}
      />
      <FigureTile label={t.orders} value={format.count(data.total.orders)} exact={data.total.orders} />
      <FigureTile label={t.tracked} value={format.percent(1 - untracked)} exact={1 - untracked}>
        <FigureWords>{t.trackedNote}</FigureWords>
      </FigureTile>
      <FigureTile label={t.chance} value={format.percent(data.chance)} exact={data.chance}>
        <FigureWords>{t.chanceNote(format.count(data.left))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
