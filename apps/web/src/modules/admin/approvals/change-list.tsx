import type { ApprovalChange, ApprovalRequest } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { useStoreCurrency } from '../resources/use-field-style.ts'
import styles from './change-list.module.css'
import { strings } from './strings.ts'

const SHOWN = 5

/** What a request would change, value by value. */
export function ChangeList({ store, request }: { store: string; request: ApprovalRequest }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(useStoreCurrency(store))
  if (request.changeCount === 0) return <p className={styles.subject}>{t.hidden}</p>
  const shownAs = (change: ApprovalChange, value: ApprovalChange['after']): string => {
    if (value === null) return t.noValue
    return change.unit === 'money' ? format.exact(value, 'money') : String(value)
  }
  const shown = request.changes.slice(0, SHOWN)
  const oneSubject = new Set(request.changes.map(({ subject }) => subject)).size <= 1
  return (
    <ul className={styles.list}>
      {shown.map((change) => (
        <li key={`${change.subject}:${change.nameEn}`}>
          {!oneSubject && <span className={styles.subject}>{change.subject} </span>}
          {nameOf(change, language)} <span className={styles.before}>{shownAs(change, change.before)}</span>{' '}
          <span aria-hidden>→</span> <b>{shownAs(change, change.after)}</b>
        </li>
      ))}
      {request.changeCount > shown.length && (
        <li className={styles.subject}>{t.more(format.count(request.changeCount - shown.length))}</li>
      )}
    </ul>
  )
}
