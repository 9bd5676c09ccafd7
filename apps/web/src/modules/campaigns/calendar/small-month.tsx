import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type FactsByDay, toneOf, wordOf } from './day-facts.ts'
import { dayWords } from './day-words.ts'
import { monthWeeks } from './month-weeks.ts'
import { strings } from './strings.ts'
import styles from './year-view.module.css'

/** What fits under a number in Latin letters; a cut word says nothing, the day itself says it all when it is chosen. */
const SHORT_WORD = 5

type Marks = { today: string; chosen: string | null; tabDay: string }

type Props = {
  year: number
  month: number
  facts: FactsByDay
  marks: Marks
  onChoose: (day: string) => void
  onOpen: () => void
}

/** A month of the year view: a heading that opens it, and its days. */
export function SmallMonth({ year, month, facts, marks, onChoose, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const key = `${year}-${String(month).padStart(2, '0')}`
  return (
    <div className={styles.month}>
      <button type="button" className={styles.heading} onClick={onOpen}>
        {format.period(key)}
      </button>
      <div className={styles.grid}>
        {t.weekdays.split(',').map((name, i) => (
          // Weekday letters repeat in English; their place tells them apart.
          <span key={`${name}${String(i)}`} className={styles.weekday} aria-hidden>
            {name}
          </span>
        ))}
        {monthWeeks(year, month)
          .flat()
          .map((day) =>
            day.startsWith(key) ? (
              <DayCell key={day} day={day} facts={facts} marks={marks} onChoose={onChoose} />
            ) : (
              <span key={day} aria-hidden />
            ),
          )}
      </div>
    </div>
  )
}

type CellProps = { day: string; facts: FactsByDay; marks: Marks; onChoose: (day: string) => void }

function DayCell({ day, facts, marks, onChoose }: CellProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const found = facts.get(day)
  if (!found) return <span aria-hidden />
  const tone = toneOf(found)
  const word = wordOf(found, language)
  const { kind, basis } = found.info
  return (
    <button
      type="button"
      className={styles.day}
      data-day={day}
      data-kind={kind}
      data-unsure={basis === 'law' || undefined}
      data-family={tone?.family}
      data-phase={tone?.phase}
      data-planned={found.planEvents.length > 0 || undefined}
      data-today={day === marks.today || undefined}
      aria-pressed={day === marks.chosen}
      aria-label={t.dayLabel(format.longDay(day), dayWords(found, { t, language }))}
      tabIndex={day === marks.tabDay ? 0 : -1}
      onClick={() => onChoose(day)}
    >
      <span className={styles.number}>{Number(day.slice(8))}</span>
      {(language === 'zh' || (word.strong && word.text.length <= SHORT_WORD)) && (
        <span className={styles.word} data-strong={word.strong || undefined}>
          {word.text}
        </span>
      )}
      {kind === 'holiday' && <span className={styles.off}>{t.off}</span>}
      {kind === 'makeUpWorkday' && <span className={styles.worked}>{t.worked}</span>}
    </button>
  )
}
