import type { PlaybookChange, PlaybookTell } from '@zhanggui/contract'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import cards from '../cards.module.css'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useLevers } from './use-playbooks.ts'
import { fieldName, subjectName, useWords, valueText } from './words.ts'

type Props = {
  changes: readonly PlaybookChange[]
  tells: readonly PlaybookTell[]
  cannot: readonly { zh: string; en: string }[]
}

/** What changes, from what to what; who is told; and what could not be done. */
export function ChangeList({ changes, tells, cannot }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const words = useWords()
  const levers = useLevers().data
  const nameOfSubject = ({ type, id }: PlaybookChange['subject']): string =>
    levers?.find((lever) => lever.type === type && lever.id === id)?.name ?? id
  if (changes.length + tells.length + cannot.length === 0) return null
  return (
    <ul className={styles.changes}>
      {changes.map(({ subject, field, before, after }) => (
        <li key={`${subject.type}/${subject.id}/${field}`}>
          <span className={styles.subject}>
            {subjectName(subject.type, language)} {nameOfSubject(subject)}
          </span>{' '}
          {fieldName(field, language, subject.type)} <s className={cards.faint}>{valueText(field, before, language)}</s>{' '}
          → <strong>{valueText(field, after, language)}</strong>
        </li>
      ))}
      {tells.map((told) => (
        <li key={told.zh} className={cards.soft}>
          {t.tells}：{words(told)}
        </li>
      ))}
      {cannot.map((reason) => (
        <li key={reason.zh} className={cards.faint}>
          {t.cannot}：{words(reason)}
        </li>
      ))}
    </ul>
  )
}
