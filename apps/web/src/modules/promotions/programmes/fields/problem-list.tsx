import { ApiProblem } from '../../../../api/problem.ts'
import { useLanguage } from '../../../../locale/strings.ts'
import styles from '../../design/fields.module.css'

type Told = { field: string; zh: string; en: string }

const isTold = (problem: unknown): problem is Told =>
  typeof problem === 'object' && problem !== null && 'field' in problem && 'zh' in problem && 'en' in problem

/** What the server found wrong, each by itself; the first stands in its message already. */
export const restOf = (error: unknown): Told[] =>
  error instanceof ApiProblem && Array.isArray(error.facts.problems) ? error.facts.problems.filter(isTold).slice(1) : []

export function ProblemList({ error }: { error: unknown }) {
  const language = useLanguage()
  const rest = restOf(error)
  if (rest.length === 0) return null
  return (
    <ul className={styles.wrong}>
      {rest.map((problem) => (
        <li key={problem.field}>{language === 'zh' ? problem.zh : problem.en}</li>
      ))}
    </ul>
  )
}
