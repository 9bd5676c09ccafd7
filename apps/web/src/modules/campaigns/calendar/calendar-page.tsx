import type { CalendarYear } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { CalendarDrawers } from './calendar-drawers.tsx'
import { CalendarHeader } from './calendar-header.tsx'
import styles from './calendar-page.module.css'
import { type CalendarState, readState } from './calendar-state.ts'
import { DayDrawer } from './day-drawer.tsx'
import { factsByDay } from './day-facts.ts'
import { DayPanel } from './day-panel.tsx'
import { GanttView } from './gantt-view.tsx'
import { Legend } from './legend.tsx'
import { MonthView } from './month-view.tsx'
import { ProposalsPanel } from './proposals-panel.tsx'
import { ThemesPanel } from './themes-panel.tsx'
import { useCalendar } from './use-calendar.ts'
import { WarningsPanel } from './warnings-panel.tsx'
import { YearView } from './year-view.tsx'

const PAGE_HEIGHT = 900

const browserDay = (): string => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The shop's year: what happens when, what must be ready by when, where nothing happens yet. */
export default function CalendarPage() {
  const store = useStoreId()
  const { get } = useSearchState()
  const state = readState(get, browserDay())
  const query = useCalendar(store, { year: state.year, plan: state.plan })
  return (
    <>
      <CalendarHeader state={state} calendar={query.data} />
      <PanelBody query={query} height={PAGE_HEIGHT}>
        {(calendar) => <Content calendar={calendar} state={state} />}
      </PanelBody>
      <CalendarDrawers state={state} calendar={query.data} />
    </>
  )
}

function Content({ calendar, state }: { calendar: CalendarYear; state: CalendarState }) {
  const facts = useMemo(() => factsByDay(calendar), [calendar])
  const { view } = state
  // While another year is on its way the old one stays on screen, under its own number.
  const shown = { ...state, year: calendar.year }
  const narrow = useNarrow()
  return (
    <div className={styles.layout} data-view={view}>
      <div className={styles.main}>
        {view === 'year' && <YearView calendar={calendar} facts={facts} state={shown} />}
        {view === 'month' && <MonthView calendar={calendar} facts={facts} state={shown} />}
        {view === 'gantt' && <GanttView calendar={calendar} state={shown} />}
        {view !== 'gantt' && <Legend hasPlan={calendar.plan !== null} />}
      </div>
      <aside className={styles.aside}>
        {view !== 'gantt' &&
          (narrow ? <DayDrawer facts={facts} state={shown} /> : <DayPanel facts={facts} state={shown} />)}
        <WarningsPanel calendar={calendar} />
        <ProposalsPanel calendar={calendar} />
        <ThemesPanel calendar={calendar} />
      </aside>
    </div>
  )
}
