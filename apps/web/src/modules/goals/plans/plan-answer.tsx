import type { PlanDetail } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import link from '../../../parts/link.module.css'
import { homeStrings } from './home-strings.ts'
import styles from './plan-answer.module.css'
import { planCounts } from './plan-counts.ts'
import { useFindingCounts } from './use-finding-counts.ts'
import type { PlanAt } from './use-plans.ts'

type Figure = { key: string; label: string; value: string; more: ReactNode; exact?: string; alarm?: boolean }

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

/** The check: its errors, and the way to them. */
function useCheckFigure(at: PlanAt): Figure {
  const t = useStrings(homeStrings)
  const format = useFormat()
  const { data } = useFindingCounts(at)
  const more = data ? (data.error > 0 ? t.errorsBlock : t.warningsOnly(format.count(data.warning))) : ''
  return {
    key: 'findings',
    label: t.check,
    value: data ? format.count(data.error) : '–',
    more: (
      <Link className={link.link ?? ''} to={`/stores/${at.store}/goals/check?plan=${at.plan}`}>
        {more}
      </Link>
    ),
    alarm: (data?.error ?? 0) > 0,
  }
}

/** The answer first: the year's target, what is still open, what is done. */
export function PlanAnswer({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const format = useFormat(plan.currency)
  const counts = planCounts(plan)
  const { sales } = counts
  const check = useCheckFigure(at)
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
    check,
  ]
  return (
    <section className={styles.answer} aria-label={t.summary}>
      {figures.map((figure) => (
        <Cell key={figure.key} figure={figure} />
      ))}
    </section>
  )
}
