import { useStrings } from '../../../locale/strings.ts'
import styles from './legend.module.css'
import { strings } from './strings.ts'

/** What the colours mean. */
export function Legend({ hasPlan }: { hasPlan: boolean }) {
  const t = useStrings(strings)
  const items = [
    ['preheat', t.preheat],
    ['burst', t.platformBurst],
    ['closing', t.closing],
    ['shop', t.shopBurst],
    ...(hasPlan ? [['plan', t.planned]] : []),
    ['silent', t.notCounted],
  ] as const
  return (
    <ul className={styles.legend} aria-label={t.legend}>
      {items.map(([mark, name]) => (
        <li key={mark}>
          <span className={styles.swatch} data-mark={mark} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  )
}
