import type { ProgrammeFact } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { factFigure, factText } from '../fact-text.ts'
import { strings } from './strings.ts'

/** The few figures that answer how the programme goes; what is published besides stands with the terms. */
export function FactStrip({ facts }: { facts: readonly ProgrammeFact[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  return (
    <FigureStrip label={t.figures}>
      {facts
        .filter(({ isDetail }) => !isDetail)
        .map((fact) => (
          <FigureTile
            key={fact.nameEn}
            label={nameOf(fact, language)}
            value={factText(fact, format, language)}
            exact={factFigure(fact)}
          >
            {fact.noteZh && <FigureWords>{language === 'zh' ? fact.noteZh : fact.noteEn}</FigureWords>}
          </FigureTile>
        ))}
    </FigureStrip>
  )
}
