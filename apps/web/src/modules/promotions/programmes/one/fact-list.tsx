import type { ProgrammeFact } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage } from '../../../../locale/strings.ts'
import { factFigure, factText } from '../fact-text.ts'
import styles from './one.module.css'

/** Facts of a case under each other. */
export function FactList({ facts }: { facts: readonly ProgrammeFact[] }) {
  const format = useFormat()
  const language = useLanguage()
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.nameEn}>
          <dt>{nameOf(fact, language)}</dt>
          <dd data-value={factFigure(fact) ?? ''}>{factText(fact, format, language)}</dd>
        </div>
      ))}
    </dl>
  )
}
