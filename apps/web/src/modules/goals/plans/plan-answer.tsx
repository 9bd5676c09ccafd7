import type { PlanDetail } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { homeStrings } from './home-strings.ts'
import styles from './plan-answer.module.css'
import { planCounts } from './plan-counts.ts'

type Figure = { key: string; label: string; value: string; more: string; exact?: string; alarm?: boolean }

function Cell({ figure }: { figure: Figure }) {
  return (
    <div className={styles.cell}>
      <span className={styles.label}>{figure.label}</span>
      <span
        className={`${styles.value} ${figure.alarm ? styles.alarm : ''}`}
        title={figure.exact}
        data-figure={figure.key}
      >
        {figure.value}
      </span>
      <span className={styles.more}>{figure.more}</span>
    </div>
  )
}

/** The answer first: the year's target, what is still open, what is done. */
export function PlanAnswer({ plan }: { plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const format = useFormat(plan.currency)
  const counts = planCounts(plan)
  const { sales } = counts
  const figures: Figure[] = [
    {
      key: 'sales',
      label: t.salesTarget,
      value: format.short(sales?.target ?? null, 'money'),
      more: sales ? t.salesOf(String(plan.year)) : t.noSales,
      ...(sales ? { exact: format.exact(sales.target, 'money') } : {}),
    },
    {
      key: 'unset',
      label: t.unset,
      value: format.count(counts.unset),
      more: counts.unset > 0 ? t.unsetBlocks : t.allSet(format.count(counts.goals)),
      alarm: counts.unset > 0,
    },
    {
      key: 'tasks',
      label: t.tasksDone,
      value: `${format.count(counts.tasksDone)} / ${format.count(counts.tasks)}`,
      more: t.withoutOwner(format.count(counts.tasksWithoutOwner)),
    },
    {
      key: 'requests',
      label: t.requests,
      value: format.count(counts.requests),
      more: t.requestsText,
    },
  ]
  return (
    <section className={styles.answer} aria-label={t.summary}>
      {figures.map((figure) => (
        <Cell key={figure.key} figure={figure} />
      ))}
    </section>
  )
}
