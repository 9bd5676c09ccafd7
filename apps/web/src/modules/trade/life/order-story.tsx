import type { ShopOrderDetail } from '@zhanggui/contract'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './life.module.css'
import { strings } from './strings.ts'

type Effect = ShopOrderDetail['waiting'][number]

/** What happened, oldest first, and what is still under way. */
export function OrderStory({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const instantOf = useShopInstant()
  return (
    <ol className={styles.story} aria-label={t.story}>
      {detail.events.map(({ number, at, zh, en, cents }) => (
        <li key={number}>
          <time dateTime={at}>{instantOf(at)}</time>
          <span>{language === 'zh' ? zh : en}</span>
          <span className={styles.money}>{cents === null ? '' : format.exact(cents, 'money')}</span>
        </li>
      ))}
      {detail.waiting.map((effect) => (
        <Waiting key={`waiting-${effect.n}`} effect={effect} />
      ))}
    </ol>
  )
}

function Waiting({ effect }: { effect: Effect }) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const { kind, tries, nextAt, lastError } = effect
  const what = t[kind as 'refundPayment']
  return (
    <li className={styles.late} title={lastError ?? ''}>
      <span>{t.waiting}</span>
      <span>{t.waitingText(what, format.count(tries), instantOf(nextAt))}</span>
    </li>
  )
}
