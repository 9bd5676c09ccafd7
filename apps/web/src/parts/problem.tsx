import { Button } from 'antd'
import { ApiProblem } from '../api/problem.ts'
import { type Language, useLanguage, useStrings } from '../locale/strings.ts'
import styles from './problem.module.css'
import { strings } from './strings.ts'

type ProblemProps = { error: unknown; onRetry?: () => void; compact?: boolean }

const messageOf = (error: ApiProblem, language: Language): string =>
  language === 'zh' ? error.messageZh : error.messageEn

/** What went wrong, in the server's words, and the button that tries again. */
export function Problem({ error, onRetry, compact = false }: ProblemProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const text = error instanceof ApiProblem ? messageOf(error, language) : `${t.unexpected}${String(error)}`
  return (
    <div role="alert" className={compact ? styles.compact : styles.problem}>
      {!compact && <p className={styles.title}>{t.failed}</p>}
      <p className={styles.text}>{text}</p>
      {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
    </div>
  )
}
