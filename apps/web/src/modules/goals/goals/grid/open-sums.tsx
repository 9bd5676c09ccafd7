import type { GoalSum, GoalsView } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { goalTitle } from '../goal-title.ts'
import { strings } from '../strings.ts'
import { sumWords } from './target-cell.tsx'
import styles from './target-grid.module.css'

const SHOWN = 8

/** The sums that do not hold, each a step to its cell. */
export function OpenSums({ view, onChoose }: { view: GoalsView; onChoose: (goal: string) => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  if (view.sums.length === 0) return null
  const words = (sum: GoalSum): string => {
    const goal = view.goals.find((g) => g.id === sum.parent)
    const unit = view.metrics.find((m) => m.id === goal?.metric)?.unit ?? null
    return `${goal ? goalTitle(goal, view, { language, format, unknown: t.unknownValue }) : sum.parent}：${sumWords(sum, unit, format, t)}`
  }
  return (
    <ul className={styles.sums} aria-label={t.openSums}>
      {view.sums.slice(0, SHOWN).map((sum) => (
        <li key={`${sum.parent}|${sum.axis}`}>
          <button type="button" className={styles.sum} onClick={() => onChoose(sum.parent)}>
            {words(sum)}
          </button>
        </li>
      ))}
      {view.sums.length > SHOWN && <li>{t.more(String(view.sums.length - SHOWN))}</li>}
    </ul>
  )
}
