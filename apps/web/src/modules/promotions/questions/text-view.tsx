import type { PromotionText } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { PromotionProps } from '../design/designer.tsx'
import { HeardCard } from './heard-card.tsx'
import styles from './questions.module.css'
import { SequenceCard } from './sequence-card.tsx'
import { strings } from './strings.ts'
import { useText } from './use-questions.ts'

const HEIGHT = 320
/** Below it a rule is hard to read; the score is explained in the handbook of the engine. */
const PLAIN = 70

/** What buyers read, with examples that were worked out just now, and whether it can be understood. */
export default function TextView({ at }: PromotionProps) {
  return (
    <PanelBody<PromotionText> query={useText(at)} height={HEIGHT}>
      {(texts) => (
        <div className={stack.stack}>
          <HeardCard at={at} />
          <SequenceCard at={at} />
          {texts.map((text) => (
            <RuleText key={text.ruleId} text={text} />
          ))}
        </div>
      )}
    </PanelBody>
  )
}

function RuleText({ text }: { text: PromotionText[number] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const said = [text.offer, ...text.conditions, ...text.stacking]
  return (
    <Card
      title={text.name}
      note={
        <span className={text.clarity < PLAIN ? styles.bad : ''} data-value={text.clarity}>
          {t.clarity(format.count(text.clarity))}
        </span>
      }
    >
      <ul className={styles.list}>
        {said.map((line) => (
          <li key={line.en}>{line[language]}</li>
        ))}
      </ul>
      <h3 className={styles.subtitle}>{t.examples}</h3>
      <ul className={styles.list}>
        {text.examples.map((line) => (
          <li key={line.en}>{line[language]}</li>
        ))}
      </ul>
      {text.conflicts.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t.conflicts}</h3>
          <ul className={styles.list}>
            {text.conflicts.map((line) => (
              <li key={`${line.ruleId}/${line.en}`}>{line[language]}</li>
            ))}
          </ul>
        </>
      )}
      {text.unexplained.length > 0 && <p className={styles.bad}>{t.unexplained(text.unexplained.join(' · '))}</p>}
    </Card>
  )
}
