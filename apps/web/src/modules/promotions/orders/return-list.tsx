import type { PromotionReturn } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PersonAt } from '../person-at.tsx'
import styles from './orders.module.css'
import { strings } from './strings.ts'

/** What came back so far, the newest first, each in words. */
export function ReturnList({ returns }: { returns: readonly PromotionReturn[] }) {
  const t = useStrings(strings)
  return (
    <Card title={t.returns}>
      {returns.length === 0 && <p className={styles.hint}>{t.noReturns}</p>}
      {returns.toReversed().map((one) => (
        <OneReturn key={one.id} one={one} />
      ))}
    </Card>
  )
}

function OneReturn({ one }: { one: PromotionReturn }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <article className={styles.return}>
      <header>
        <b>{format.exact(one.refundCents, 'money')}</b>
        <span>{t[one.policy]}</span>
        <span>{one.reason}</span>
        <PersonAt person={one.madeBy} at={one.madeAt} />
      </header>
      <ul>
        {one.explanation.map((sentence) => (
          <li key={`${sentence.kind}/${sentence.en}`}>{sentence[language]}</li>
        ))}
      </ul>
    </article>
  )
}
