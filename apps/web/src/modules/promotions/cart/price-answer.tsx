import type { PriceAnswer } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './cart-panel.module.css'
import { strings } from './strings.ts'

/** The sum, who bears the discounts, how it came about, and why other rules took nothing. */
export function PriceAnswerView({ answer }: { answer: PriceAnswer }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const missed = answer.outcomes.filter(({ applied }) => !applied)
  return (
    <>
      <dl className={styles.totals}>
        <dt>{t.listed}</dt>
        <dd>{money(answer.listedCents)}</dd>
        <dt>{t.cut}</dt>
        <dd data-value={answer.cutCents}>{money(-answer.cutCents)}</dd>
        {answer.shipping.length > 0 && (
          <>
            <dt>{t.fee}</dt>
            <dd>{money(answer.shippingCents)}</dd>
          </>
        )}
        <dt className={styles.grand}>{t.payable}</dt>
        <dd className={styles.grand} data-testid="payable" data-value={answer.payableCents}>
          {money(answer.payableCents)}
        </dd>
      </dl>
      <Sentences title={t.explained} answer={answer} />
      {missed.length > 0 && (
        <section className={styles.section}>
          <h3>{t.notApplied}</h3>
          <ul>
            {missed.map((outcome) => (
              <li key={`${outcome.ruleId}/${outcome.claimId ?? ''}`}>
                <b>{outcome.name}</b> {outcome[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Line by line, then what holds for the whole cart. */
function Sentences({ title, answer: { explanation, lines } }: { title: string; answer: PriceAnswer }) {
  const language = useLanguage()
  if (explanation.length === 0) return null
  const groups = [
    ...lines.map(({ lineId, title: good, skuId }) => ({ lineId, name: good || skuId })),
    { lineId: null, name: null },
  ]
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {groups.map(({ lineId, name }) => (
        <ul key={lineId ?? ''} className={styles.steps}>
          {name && (
            <li>
              <b>{name}</b>
            </li>
          )}
          {explanation
            .filter((sentence) => sentence.lineId === lineId)
            .map((sentence) => (
              <li key={`${sentence.ruleId}/${sentence.en}`}>{sentence[language]}</li>
            ))}
        </ul>
      ))}
    </section>
  )
}
