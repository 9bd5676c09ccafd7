import { useFormat } from '../../../format/use-format.ts'
import type { GanttScale } from './gantt-scale.ts'
import styles from './gantt-view.module.css'

/** Months over the chart; the year stands at each January and at the left end. */
export function GanttAxis({ scale }: { scale: GanttScale }) {
  const format = useFormat()
  return (
    <div className={styles.axis} aria-hidden>
      {scale.months.map(({ month, x, width }, i) => (
        <span key={month} className={styles.axisMonth} style={{ insetInlineStart: x, width }}>
          {i === 0 || month.endsWith('-01') ? format.axis(month) : Number(month.slice(5))}
        </span>
      ))}
    </div>
  )
}
