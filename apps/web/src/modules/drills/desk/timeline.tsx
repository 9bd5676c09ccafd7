import type { DrillFault, DrillReport } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import cards from '../cards.module.css'
import { clockOf } from './clock-of.ts'
import styles from './drills.module.css'
import { reportStrings } from './report-strings.ts'
import { timelineRows } from './timeline.ts'

const TICKS = 5

/** Each fault on its own track: when it struck, was found, was started on, was over; the minutes stand beside it. */
export function Timeline({ report }: { report: DrillReport }) {
  const zh = useLanguage() === 'zh'
  const { from, to, faults } = report
  const sorted = faults.toSorted((a, b) => a.from - b.from)
  const rows = timelineRows(sorted, { from, to })
  const ticks = Array.from({ length: TICKS }, (_, i) => from + ((to - from) * i) / (TICKS - 1))
  return (
    <div className={styles.timeline}>
      {sorted.map((fault, i) => (
        <Row key={fault.kind} fault={fault} row={rows[i]} name={zh ? fault.nameZh : fault.nameEn} />
      ))}
      <div className={styles.axis} aria-hidden>
        {ticks.map((minute) => (
          <span key={minute}>{minute >= 1440 ? '24:00' : clockOf(minute)}</span>
        ))}
      </div>
    </div>
  )
}

function Row({
  fault,
  row,
  name,
}: {
  fault: DrillFault
  row: ReturnType<typeof timelineRows>[number] | undefined
  name: string
}) {
  const t = useStrings(reportStrings)
  const format = useFormat()
  if (!row) return null
  const words = { detect: t.detect, start: t.begin, restore: t.restore }
  const written = (minutes: number | null): string => (minutes === null ? t.never : t.minutes(format.count(minutes)))
  const { detect, start, restore } = fault.times
  return (
    <>
      <span>
        {name} <span className={cards.faint}>{clockOf(fault.from)}</span>
      </span>
      <div className={styles.track}>
        <span className={styles.span} style={{ insetInlineStart: `${row.span.from}%`, width: `${row.span.width}%` }} />
        {row.answered && (
          <span
            className={styles.answered}
            style={{ insetInlineStart: `${row.answered.from}%`, width: `${row.answered.width}%` }}
          />
        )}
        {row.marks.map(({ kind, minute, at }) => (
          <span
            key={kind}
            className={styles.mark}
            data-kind={kind}
            title={`${words[kind]} ${clockOf(minute)}`}
            style={{ insetInlineStart: `${at}%` }}
          />
        ))}
      </div>
      <span className={styles.times}>
        {t.detect} {written(detect)} · {t.begin} {written(start)} · {t.restore} {written(restore)}
      </span>
    </>
  )
}
