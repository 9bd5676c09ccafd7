import type { GanttRow } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage } from '../../../locale/strings.ts'
import { type GanttScale, spanOn } from './gantt-scale.ts'
import styles from './gantt-view.module.css'

type Props = { row: GanttRow; scale: GanttScale }

/** The bars of one row: the approved days pale behind, the days as they are in front, cut by phase. */
export function GanttLine({ row, scale }: Props) {
  const format = useFormat()
  const language = useLanguage()
  const { from, to, baselineFrom, baselineTo } = row
  const now = spanOn(scale, from, to)
  const before = baselineFrom && baselineTo ? spanOn(scale, baselineFrom, baselineTo) : null
  const name = language === 'zh' ? row.name : row.nameEn
  return (
    <div className={styles.line} data-kind={row.kind}>
      {before && <span className={styles.baseline} style={{ insetInlineStart: before.x, width: before.width }} />}
      <span
        className={styles.bar}
        data-row={row.id}
        data-kind={row.kind}
        data-late={row.late ?? undefined}
        data-done={row.done || undefined}
        data-critical={row.critical || undefined}
        style={{ insetInlineStart: now.x, width: now.width }}
        title={`${name} · ${format.dayRange({ from, to })}`}
      >
        {row.phases.map(({ phase, from: start, to: end }) => {
          const part = spanOn(scale, start, end)
          return (
            <span
              key={start}
              className={styles.phase}
              data-phase={phase}
              style={{ insetInlineStart: part.x - now.x, width: part.width }}
            />
          )
        })}
      </span>
    </div>
  )
}
