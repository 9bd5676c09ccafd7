import { useFormat } from '../../../format/use-format.ts'
import styles from './hero.module.css'

/** An amount in full: the whole part large, the fen small beside it. */
export function MoneyDigits({ cents, currency }: { cents: number | null; currency: string }) {
  const format = useFormat(currency)
  const text = format.exact(cents, 'money')
  const point = text.lastIndexOf('.')
  const [whole, fen] = point === -1 ? [text, ''] : [text.slice(0, point), text.slice(point)]
  return (
    <span className={`${styles.digits} tabular`} data-value={cents ?? ''}>
      {whole}
      {fen && <span className={styles.fen}>{fen}</span>}
    </span>
  )
}
