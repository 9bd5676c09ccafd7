import type { CalendarYear } from '@zhanggui/contract'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { addDays, daysBetween } from '../../../range/day-arithmetic.ts'
import { type CalendarState, ZOOMS } from './calendar-state.ts'
import { GanttAxis } from './gantt-axis.tsx'
import { GanttLine } from './gantt-line.tsx'
import { GanttName } from './gantt-name.tsx'
import { type GanttScale, ganttScale, shownRows } from './gantt-scale.ts'
import styles from './gantt-view.module.css'
import { strings } from './strings.ts'

type Props = { calendar: CalendarYear; state: CalendarState }

/** Events with their phases, under each the work for it: the approved days pale behind the days as they are now. */
export function GanttView({ calendar, state }: Props) {
  const t = useStrings(strings)
  const { gantt, today, year } = calendar
  const scale = ganttScale(gantt, year, state.zoom)
  const rows = shownRows(gantt, state.expanded)
  if (gantt.length === 0)
    return <EmptyState title={calendar.plan ? t.planGanttEmpty : t.noGantt} text={t.noGanttText} />
  return (
    <section className={styles.gantt} aria-label={t.ganttName}>
      <Toolbar calendar={calendar} state={state} />
      <div className={styles.frame}>
        <div className={styles.names}>
          <div className={styles.corner}>{t.ganttName}</div>
          {rows.map((row) => (
            <GanttName key={row.id} row={row} expanded={state.expanded} rows={gantt} />
          ))}
        </div>
        <Timeline scale={scale} today={today} at={focusDay(calendar, state)}>
          <GanttAxis scale={scale} />
          {rows.map((row) => (
            <GanttLine key={row.id} row={row} scale={scale} />
          ))}
          {scale.from <= today && today < scale.to && (
            <div
              className={styles.today}
              style={{ insetInlineStart: (daysBetween(scale.from, today) + 0.5) * scale.dayWidth }}
            />
          )}
        </Timeline>
      </div>
      <Key hasBaseline={gantt.some(({ baselineFrom }) => baselineFrom !== null)} />
    </section>
  )
}

/** The day that should be in sight: a chosen one, else today, else the year's first. */
function focusDay({ today, year, gantt }: CalendarYear, state: CalendarState): string {
  const opened = gantt.find(({ id }) => id === state.expanded.at(-1))
  const task = gantt.find(({ parentId }) => parentId !== null && parentId === opened?.id)
  if (task ?? opened) return (task ?? opened)?.from ?? today
  return today.startsWith(String(year)) ? today : `${year}-01-01`
}

type TimelineProps = { scale: GanttScale; today: string; at: string; children: React.ReactNode }

/** Scrolls by itself, never the page; opens where the day of interest is. */
function Timeline({ scale, at, children }: TimelineProps) {
  const t = useStrings(strings)
  const frame = useRef<HTMLDivElement>(null)
  const { from, dayWidth, width } = scale
  useEffect(() => {
    const element = frame.current
    if (element) element.scrollLeft = Math.max(0, daysBetween(from, addDays(at, -10)) * dayWidth)
  }, [from, dayWidth, at])
  return (
    <section ref={frame} className={styles.timeline} aria-label={t.gantt}>
      <div className={styles.canvas} style={{ width }}>
        {children}
      </div>
    </section>
  )
}

function Toolbar({ calendar, state }: Props) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const zoom = ZOOMS.indexOf(state.zoom)
  const setZoom = (index: number) => set({ zoom: String(ZOOMS[index] ?? ZOOMS[0]) }, { replace: true })
  const events = calendar.gantt.filter(({ kind }) => kind === 'event').map(({ id }) => id)
  const open = state.expanded.length > 0
  return (
    <div className={styles.toolbar}>
      <Button size="small" onClick={() => set({ rows: open ? null : events.join(',') }, { replace: true })}>
        {open ? t.collapseAll : t.expandAll}
      </Button>
      <Button size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
        {t.zoomOut}
      </Button>
      <Button size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
        {t.zoomIn}
      </Button>
    </div>
  )
}

/** What the bars mean; the order is that in which they are met. */
function Key({ hasBaseline }: { hasBaseline: boolean }) {
  const t = useStrings(strings)
  const marks = [
    ['preheat', t.preheat],
    ['burst', t.burst],
    ['closing', t.closing],
    ['task', t.task],
    ['critical', t.critical],
    ...(hasBaseline ? [['baseline', t.baseline]] : []),
  ] as const
  return (
    <ul className={styles.key} aria-label={t.legend}>
      {marks.map(([mark, name]) => (
        <li key={mark}>
          <span className={styles.keyMark} data-mark={mark} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  )
}
