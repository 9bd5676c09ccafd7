import type { GanttRow, PhaseWindow } from '@zhanggui/contract'
import { useLayoutEffect, useRef, useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { daysBetween } from '../../../../range/day-arithmetic.ts'
import { GanttAxis } from '../../calendar/gantt-axis.tsx'
import { GanttLine } from '../../calendar/gantt-line.tsx'
import { type GanttScale, spanOn } from '../../calendar/gantt-scale.ts'
import gantt from '../../calendar/gantt-view.module.css'
import { useToday } from '../../use-today.ts'
import { strings } from '../strings.ts'
import styles from './work-chart.module.css'
import { workScale } from './work-scale.ts'

const DAY_WIDTH_MIN = 8

/** Tasks as bars over the phases; the critical ones are full, the late ones red, the done ones pale. */
export function WorkChart({ rows, windows }: { rows: readonly GanttRow[]; windows: readonly PhaseWindow[] }) {
  const t = useStrings(strings)
  const today = useToday()
  const frame = useRef<HTMLElement>(null)
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => setRoom(frame.current?.clientWidth ?? 0), [])
  const bare = workScale(rows, DAY_WIDTH_MIN)
  if (!bare) return null
  const days = daysBetween(bare.from, bare.to)
  const scale = workScale(rows, Math.max(DAY_WIDTH_MIN, Math.floor(room / days))) ?? bare
  return (
    <div className={gantt.frame}>
      <div className={gantt.names}>
        <div className={gantt.corner}>{t.taskName}</div>
        {rows.map(({ id, name, owner }) => (
          <div key={id} className={gantt.name} data-plain>
            <span className={gantt.nameText} title={`${name} · ${owner ?? ''}`}>
              {name}
            </span>
          </div>
        ))}
      </div>
      <section ref={frame} className={gantt.timeline} aria-label={t.gantt}>
        <div className={gantt.canvas} style={{ width: scale.width }}>
          <PhaseBands scale={scale} windows={windows} />
          <GanttAxis scale={scale} />
          {rows.map((row) => (
            <GanttLine key={row.id} row={row} scale={scale} />
          ))}
          {scale.from <= today && today < scale.to && (
            <div
              className={gantt.today}
              style={{ insetInlineStart: (daysBetween(scale.from, today) + 0.5) * scale.dayWidth }}
            />
          )}
        </div>
      </section>
    </div>
  )
}

function PhaseBands({ scale, windows }: { scale: GanttScale; windows: readonly PhaseWindow[] }) {
  return windows
    .filter(({ phase }) => phase === 'preheat' || phase === 'burst')
    .map(({ phase, wave, from, to }) => {
      const { x, width } = spanOn(scale, from, to)
      return (
        <span
          key={`${phase}${wave}`}
          className={styles.band}
          data-phase={phase}
          style={{ insetInlineStart: x, width }}
          aria-hidden
        />
      )
    })
}
