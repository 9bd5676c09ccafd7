import type { ApiProblem } from '../../../api/problem.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './cart-panel.module.css'
import { strings } from './strings.ts'

type Fault = { code: string; zh: string; en: string }

const isFault = (fault: unknown): fault is Fault =>
  typeof fault === 'object' && fault !== null && 'zh' in fault && 'en' in fault && 'code' in fault

/** What the server found wrong with a cart or a rule, one by one. */
export function faultsOf({ facts }: ApiProblem): Fault[] {
  const listed = facts.faults ?? facts.findings
  return Array.isArray(listed) ? listed.filter(isFault) : []
}

export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <div className={styles.faults} role="alert">
      <p>{t.faults}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.code}/${fault.en}`}>{fault[language]}</li>
        ))}
      </ul>
    </div>
  )
}
