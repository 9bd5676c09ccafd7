import { RightOutlined } from '@ant-design/icons'
import type { PlanDetail, PlanPart } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { homeStrings } from './home-strings.ts'
import { partLink } from './part-links.ts'
import styles from './plan-parts.module.css'
import type { PlanAt } from './use-plans.ts'

type Row = { part: PlanPart; title: string; text: string; count: number }

/** What the plan is made of, each part with the page where it is worked on. */
export function PlanParts({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const format = useFormat()
  const rows: Row[] = [
    { part: 'table', title: t.partTable, text: t.partTableText, count: plan.table.length },
    { part: 'goals', title: t.partGoals, text: t.partGoalsText, count: plan.goals.length },
    { part: 'budget', title: t.partBudget, text: t.partBudgetText, count: plan.budget.length },
    { part: 'tasks', title: t.partTasks, text: t.partTasksText, count: plan.tasks.length },
    { part: 'requests', title: t.partRequests, text: t.partRequestsText, count: plan.requests.length },
    { part: 'events', title: t.partEvents, text: t.partEventsText, count: plan.events.length },
  ]
  return (
    <Card title={t.parts}>
      <ul className={styles.parts}>
        {rows.map(({ part, title, text, count }) => (
          <li key={part}>
            <Link className={styles.part ?? ''} to={partLink({ ...at, part })}>
              <span className={styles.words}>
                <span className={styles.title}>{title}</span>
                <span className={styles.text}>{text}</span>
              </span>
              <span className={styles.count}>{t.items(format.count(count))}</span>
              <RightOutlined aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
