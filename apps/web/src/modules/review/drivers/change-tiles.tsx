import type { Explanation } from '@zhanggui/contract'
import { changeOf } from '../../../format/change.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { driversStrings } from './strings.ts'

/** Now, before, and the change between them; then volume, price and mix where goods are known. */
export function ChangeTiles({ data }: { data: Explanation }) {
  const t = useStrings(driversStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const { unit } = data.metric
  const period = (days: Explanation['range']): string => (days ? format.dayRange(days) : '–')
  const figure = (label: string, value: number | null, note: string) => (
    <FigureTile label={label} value={format.short(value, unit)} exact={value} title={format.exact(value, unit)}>
      <FigureWords>{note}</FigureWords>
    </FigureTile>
  )
  const mix = data.priceVolumeMix
  return (
    <FigureStrip label={nameOf(data.metric, language)}>
      {figure(t.after, data.after, period(data.range))}
      {figure(t.before, data.before, period(data.compareRange))}
      <FigureTile label={t.change} value={format.short(data.change, unit)} exact={data.change}>
        <ChangeMark change={changeOf(data.after, data.before, unit)} />
      </FigureTile>
      {mix && figure(t.volume, mix.volume, t.priceVolumeMix)}
      {mix && figure(t.price, mix.price, t.priceVolumeMix)}
      {mix && figure(t.structure, mix.mix, t.priceVolumeMix)}
    </FigureStrip>
  )
}
