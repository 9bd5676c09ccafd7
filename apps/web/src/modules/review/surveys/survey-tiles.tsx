import type { Survey } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { surveyStrings } from './strings.ts'

/** How many answered, and what has come of it. */
export function SurveyTiles({ survey }: { survey: Survey }) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const { answers, invited, proposed, changes, isOpen, closesDay, name } = survey
  const standing = isOpen ? t.open : t.closed
  return (
    <FigureStrip label={name}>
      <FigureTile label={t.answers} value={format.count(answers)} exact={answers}>
        <FigureWords>{isOpen && closesDay ? t.closes(format.longDay(closesDay)) : standing}</FigureWords>
      </FigureTile>
      <FigureTile label={t.invited} value={invited === null ? '–' : format.count(invited)} exact={invited} />
      <FigureTile
        label={t.proposed}
        value={format.count(proposed.length)}
        exact={proposed.length}
        tone={proposed.length > 0 ? 'warn' : undefined}
      />
      <FigureTile label={t.planned} value={format.count(changes.length)} exact={changes.length} />
    </FigureStrip>
  )
}
