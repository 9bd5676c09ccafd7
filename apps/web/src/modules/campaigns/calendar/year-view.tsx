import type { CalendarYear } from '@zhanggui/contract'
import type { KeyboardEvent } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { addDays } from '../../../range/day-arithmetic.ts'
import type { CalendarState } from './calendar-state.ts'
import type { FactsByDay } from './day-facts.ts'
import { SmallMonth } from './small-month.tsx'
import { strings } from './strings.ts'
import styles from './year-view.module.css'

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

type Props = { calendar: CalendarYear; facts: FactsByDay; state: CalendarState }

/** Moves the focus to another day of the page; past the ends of the year it stays. */
function focusDay(from: Element, day: string): void {
  const target = from.closest('[data-days]')?.querySelector<HTMLElement>(`[data-day="${day}"]`)
  target?.focus()
}

/** Twelve months at a glance. One day is in the tab order; arrow keys move from there. */
export function YearView({ calendar, facts, state }: Props) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const tabDay =
    state.day ?? (calendar.today.startsWith(String(calendar.year)) ? calendar.today : `${calendar.year}-01-01`)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    const day = event.target instanceof HTMLElement ? event.target.dataset.day : undefined
    if (step === undefined || day === undefined) return
    event.preventDefault()
    focusDay(event.currentTarget, addDays(day, step))
  }
  return (
    <section className={styles.year} aria-label={t.yearOf(String(calendar.year))} data-days onKeyDown={onKeyDown}>
      {MONTHS.map((month) => (
        <SmallMonth
          key={month}
          year={calendar.year}
          month={month}
          facts={facts}
          marks={{ today: calendar.today, chosen: state.day, tabDay }}
          onChoose={(day) => set({ day, year: String(calendar.year) }, { replace: true })}
          onOpen={() => set({ view: 'month', year: String(calendar.year), month: String(month) })}
        />
      ))}
    </section>
  )
}
