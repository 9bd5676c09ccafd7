import { Drawer } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import type { CalendarState } from './calendar-state.ts'
import type { FactsByDay } from './day-facts.ts'
import { DayPanel } from './day-panel.tsx'

/** A day's facts and its two buttons; a busy day scrolls. */
const DRAWER_HEIGHT = 380

/** On a phone the day comes up from below: beside the months there is no room, and under them nobody would find it. */
export function DayDrawer({ facts, state }: { facts: FactsByDay; state: CalendarState }) {
  const { get, set } = useSearchState()
  return (
    <Drawer
      open={state.day !== null && get('open') === null}
      placement="bottom"
      size={DRAWER_HEIGHT}
      onClose={() => set({ day: null }, { replace: true })}
    >
      <DayPanel facts={facts} state={state} />
    </Drawer>
  )
}
