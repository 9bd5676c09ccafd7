import type { Cell, MetricInfo } from '@zhanggui/contract'
import { Skeleton, Tooltip } from 'antd'
import { Link } from 'react-router'
import { Sparkline } from '../../../charts/sparkline.tsx'
import type { Change } from '../../../format/change.ts'
import { useFormat } from '../../../format/use-format.ts'
import { verdictOf } from '../../../format/verdict.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { FigureNote, NOTE_TRIGGERS } from '../figure-note.tsx'
import styles from './kpi.module.css'
import { strings } from './strings.ts'

export type KpiFigures = {
  value: Cell
  before: Cell | undefined
  change: Change | null
  /** Why there is no percentage. */
  whyNone: string | null
  /** Days missing behind the figure. */
  days: string
  compared: boolean
  course: (number | null)[]
  currency: string
  freshness: string | null
}

type KpiProps = { metric: MetricInfo; to: string; figures: KpiFigures | null }

/** One figure: name, value, movement, verdict, small course. Hover explains it, a click asks further. */
export function Kpi({ metric, to, figures }: KpiProps) {
  const language = useLanguage()
  const name = nameOf(metric, language)
  if (figures) return <KnownKpi metric={metric} to={to} figures={figures} />
  return (
    <div className={styles.kpi} aria-busy="true">
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        <Skeleton.Node active style={{ width: 96, height: 20 }} />
      </span>
    </div>
  )
}

function KnownKpi({ metric, to, figures }: KpiProps & { figures: KpiFigures }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { value, before, change, whyNone, days, compared, course, currency, freshness } = figures
  const format = useFormat(currency)
  const name = nameOf(metric, language)
  const verdict = compared ? verdictOf(change, metric.higherIsBetter) : null
  return (
    <Tooltip
      title={<FigureNote {...{ metric, value, before, currency, freshness, days }} />}
      styles={{ root: { maxWidth: 360 } }}
      mouseEnterDelay={0.25}
      trigger={NOTE_TRIGGERS}
    >
      <Link
        to={to}
        className={styles.kpi}
        data-metric={metric.id}
        aria-label={`${name} ${format.exact(value, metric.unit)}`}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.value} data-value={value ?? ''}>
          {format.short(value, metric.unit)}
        </span>
        <span className={styles.movement}>
          {compared && value !== null && <ChangeMark change={change} why={whyNone} />}
          {verdict && <span className={styles[verdict]}>{t[verdict]}</span>}
        </span>
        <span className={styles.course}>
          <Sparkline values={course} />
        </span>
      </Link>
    </Tooltip>
  )
}
