import type { PromotionHeard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { PromotionAt } from '../use-promotions.ts'
import styles from './questions.module.css'
import { strings } from './strings.ts'
import { useHeard } from './use-questions.ts'

const HEIGHT = 120
/** Rules below it are hard to read. */
const PLAIN = 70

/** How plain the rules read, beside what buyers said of them. */
export function HeardCard({ at }: { at: PromotionAt }) {
  const t = useStrings(strings)
  return (
    <Panel<PromotionHeard> title={t.heard} note={t.heardNote} query={useHeard(at)} height={HEIGHT}>
      {(heard) => <Heard heard={heard} />}
    </Panel>
  )
}

function Heard({ heard: { clarity, during, before, samples } }: { heard: PromotionHeard }) {
  const t = useStrings(strings)
  const format = useFormat()
  const isHard = clarity !== null && clarity < PLAIN
  return (
    <>
      <FigureStrip label={t.heard}>
        <FigureTile
          label={t.leastClarity}
          value={clarity === null ? '–' : format.count(clarity)}
          exact={clarity}
          tone={isHard ? 'bad' : undefined}
        />
        <FigureTile label={t.complicated} value={format.count(during.complicated)} exact={during.complicated}>
          <FigureWords>{t.ofTexts(format.count(during.texts))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.complicatedBefore} value={format.count(before.complicated)} exact={before.complicated}>
          <FigureWords>{t.ofTexts(format.count(before.texts))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.plain} value={format.count(during.plain)} exact={during.plain} />
      </FigureStrip>
      {samples.length > 0 && (
        <ul className={styles.list}>
          {samples.map(({ day, text }) => (
            <li key={`${day}/${text}`}>
              {format.longDay(day)} {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
