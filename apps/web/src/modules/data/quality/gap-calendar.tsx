import { type Format, useFormat } from '../../../format/use-format.ts'
import { clauses, labelled } from '../../../locale/punctuation.ts'
import { type Language, useLanguage, useStrings } from '../../../locale/strings.ts'
import { addDays } from '../../../range/day-arithmetic.ts'
import styles from './gap-calendar.module.css'
import {
  type CalendarMonth,
  type DayState,
  type GapRange,
  gapCalendar,
  gapRanges,
  MISSING_DAYS_LISTED_MAX,
} from './gap-days.ts'
import { strings } from './strings.ts'

const RANGES_SHOWN = 8

type Props = { range: { from: string; to: string; missingDays: readonly string[] } }

/** The days of a table as small months: a hole shows at a glance, and the list below names it for readers and copying. */
export function GapCalendar({ range }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const gaps = gapRanges(range.missingDays)
  const isCut = range.missingDays.length >= MISSING_DAYS_LISTED_MAX
  return (
    <div>
      <div className={styles.months}>
        {gapCalendar(range).map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </div>
      <Legend states={isCut ? ['rows', 'missing', 'unknown'] : ['rows', 'missing']} />
      <p className={styles.list}>
        {gaps.length === 0
          ? t.gapsNone
          : labelled(t.gapsList, gapSentence(gaps, { t, format, language, isCut }), language)}
      </p>
    </div>
  )
}

type Words = { t: (typeof strings)['zh']; format: Format; language: Language; isCut: boolean }

function gapSentence(gaps: readonly GapRange[], { t, format, language, isCut }: Words): string {
  const named = gaps
    .slice(0, RANGES_SHOWN)
    .map((gap) => t.gapDays(format.dayRange({ from: gap.from, to: addDays(gap.to, 1) }), format.count(gap.days)))
  const more = gaps.length > RANGES_SHOWN ? [t.gapsMore(format.count(gaps.length - RANGES_SHOWN))] : []
  const cut = isCut ? [t.gapsCut] : []
  return clauses([...named, ...more, ...cut], language)
}

function Month({ month }: { month: CalendarMonth }) {
  const t = useStrings(strings)
  const format = useFormat()
  const name = format.period(month.month)
  const missing = month.days.filter((day) => day.state === 'missing').length
  return (
    <figure className={styles.month} aria-label={t.monthLabel(name, format.count(missing))}>
      <figcaption className={styles.name}>{name}</figcaption>
      <div className={styles.days} aria-hidden>
        {month.days.map(({ day, state }, index) => (
          <span
            key={day}
            className={styles.day}
            data-state={state}
            title={`${format.longDay(day)} ${t[STATE_WORDS[state]]}`}
            style={index === 0 ? { gridColumnStart: month.leading + 1 } : {}}
          />
        ))}
      </div>
    </figure>
  )
}

const STATE_WORDS = {
  rows: 'dayRows',
  missing: 'dayMissing',
  outside: 'dayOutside',
  unknown: 'dayUnknown',
} as const satisfies Record<DayState, string>

function Legend({ states }: { states: readonly DayState[] }) {
  const t = useStrings(strings)
  return (
    <p className={styles.legend} aria-hidden>
      {states.map((state) => (
        <span key={state} className={styles.key}>
          <span className={styles.day} data-state={state} /> {t[STATE_WORDS[state]]}
        </span>
      ))}
    </p>
  )
}
