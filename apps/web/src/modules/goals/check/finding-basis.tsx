import type { Finding } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { figureRows, sourceText } from './figure-rows.ts'
import styles from './finding-basis.module.css'
import { placeName } from './place-names.ts'
import { checkStrings } from './strings.ts'

/** Where it is and where it was read; unfolded, its numbers, its rule and the requirement behind it. */
export function FindingBasis({ finding }: { finding: Finding }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const language = useLanguage()
  const { at, source, rule, rows, figures } = finding
  const place = placeName(at, language)
  return (
    <details className={styles.basis}>
      <summary>{source ? `${place} · ${sourceText(source, t.sourceRow)}` : place}</summary>
      <dl className={styles.list}>
        {figureRows(figures, format, language).map(({ name, text }) => (
          <Pair key={name} term={name}>
            {text}
          </Pair>
        ))}
        <Pair term={t.rule}>
          <code>{rule}</code>
        </Pair>
        <Pair term={t.rows}>{rows.join(' ')}</Pair>
      </dl>
    </details>
  )
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
