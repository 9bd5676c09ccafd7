import type { CheckedFinding } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { fieldName, listName } from '../plans/field-names.ts'
import { figureRows, sourceText } from './figure-rows.ts'
import styles from './finding-basis.module.css'
import { checkStrings } from './strings.ts'

/** Where the finding was read, the numbers that its sentence speaks of, the rule and the requirement behind it. */
export function FindingBasis({ finding }: { finding: CheckedFinding }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const language = useLanguage()
  const { at, source, rule, rows, figures } = finding
  const place = [listName(at.part, language), at.id ?? t.wholePart, at.field ? fieldName(at.field, language) : null]
  return (
    <details className={styles.basis}>
      <summary>{source ? sourceText(source, t.sourceRow) : t.basis}</summary>
      <dl className={styles.list}>
        <Pair term={t.place}>{place.filter((part) => part !== null).join(' / ')}</Pair>
        {source && <Pair term={t.source}>{sourceText(source, t.sourceRow)}</Pair>}
        {figureRows(figures, format).map(({ name, text }) => (
          <Pair key={name} term={name}>
            {text}
          </Pair>
        ))}
        <Pair term={t.rule}>{rule}</Pair>
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
