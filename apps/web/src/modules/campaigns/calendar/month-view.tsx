import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { CalendarYear } from '@zhanggui/contract'
import { Button } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { addDays } from '../../../range/day-arithmetic.ts'
import { type CalendarState, shiftMonth } from './calendar-state.ts'
import type { FactsByDay } from './day-facts.ts'
import { MonthAgenda } from './month-agenda.tsx'
import styles from './month-view.module.css'
import { MonthWeek } from './month-week.tsx'
import { monthWeeks } from './month-weeks.ts'
import { strings } from './strings.ts'
import type { Spanned } from './week-bars.ts'

type Props = { calendar: CalendarYear; facts: FactsByDay; state: CalendarState }

/** Everything that spans days in the year, as bars. */
function spannedItems(
  { occasions, gantt, plan }: CalendarYear,
  nameFor: (thing: { nameZh: string; nameEn: string }) => string,
): Spanned[] {
  const ofOccasions = occasions.map((o): Spanned => {
    const family = o.counted ? (o.origin === 'shop' ? 'shop' : 'platform') : 'silent'
    return { id: `${o.id}-${o.year}`, name: nameFor(o), from: o.from, to: o.to, family, phases: o.phases }
  })
  const ofPlan = plan
    ? gantt
        .filter(({ kind }) => kind === 'event')
        .map(({ id, name, from, to }): Spanned => ({ id, name, from, to, family: 'plan', phases: [] }))
    : []
  return [...ofOccasions, ...ofPlan]
}

/** One month with its bars; on a phone the days that have something, under each other. */
export function MonthView({ calendar, facts, state }: Props) {
  const language = useLanguage()
  const narrow = useNarrow()
  const items = spannedItems(calendar, (thing) => nameOf(thing, language))
  return (
    <section className={styles.month}>
      <MonthStepper state={state} />
      {narrow ? (
        <MonthAgenda facts={facts} year={state.year} month={state.month} today={calendar.today} />
      ) : (
        <Weeks calendar={calendar} facts={facts} state={state} items={items} />
      )}
    </section>
  )
}

function MonthStepper({ state }: { state: CalendarState }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  const go = (by: 1 | -1) => {
    const { year, month } = shiftMonth(state, by)
    set({ year: String(year), month: String(month), day: null }, { replace: true })
  }
  return (
    <div className={styles.stepper}>
      <Button aria-label={t.previousMonth} type="text" icon={<LeftOutlined aria-hidden />} onClick={() => go(-1)} />
      <h2 className={styles.title}>{format.period(`${state.year}-${String(state.month).padStart(2, '0')}`)}</h2>
      <Button aria-label={t.nextMonth} type="text" icon={<RightOutlined aria-hidden />} onClick={() => go(1)} />
    </div>
  )
}

function Weeks({ calendar, facts, state, items }: Props & { items: readonly Spanned[] }) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const key = `${state.year}-${String(state.month).padStart(2, '0')}`
  return (
    <div className={styles.weeks}>
      <div className={styles.weekdays} aria-hidden>
        {t.weekdays.split(',').map((name, i) => (
          <span key={`${name}${String(i)}`}>{name}</span>
        ))}
      </div>
      {monthWeeks(state.year, state.month).map((week) => (
        <MonthWeek
          key={week[0]}
          days={week}
          nextMonday={addDays(week[6] ?? '', 1)}
          month={key}
          facts={facts}
          items={items}
          today={calendar.today}
          chosen={state.day}
          onChoose={(day) => set({ day }, { replace: true })}
        />
      ))}
    </div>
  )
}
