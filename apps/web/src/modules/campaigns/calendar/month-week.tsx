import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type FactsByDay, wordOf } from './day-facts.ts'
import { dayWords } from './day-words.ts'
import styles from './month-view.module.css'
import { strings } from './strings.ts'
import { type Spanned, type WeekBar, weekBars } from './week-bars.ts'

const BAR_PX = 22
const HEAD_PX = 30
const FOOT_PX = 26

type Props = {
  days: readonly string[]
  nextMonday: string
  month: string
  facts: FactsByDay
  items: readonly Spanned[]
  today: string
  chosen: string | null
  onChoose: (day: string) => void
}

/** A week: seven days, over them the bars of what spans them. */
export function MonthWeek({ days, nextMonday, month, facts, items, today, chosen, onChoose }: Props) {
  const bars = weekBars(items, days[0] ?? '', nextMonday)
  const lanes = Math.max(1, ...bars.map(({ lane }) => lane + 1))
  return (
    <div className={styles.week} style={{ minHeight: HEAD_PX + lanes * BAR_PX + FOOT_PX }}>
      {days.map((day) => (
        <MonthDay
          key={day}
          day={day}
          outside={!day.startsWith(month)}
          facts={facts}
          isToday={day === today}
          chosen={day === chosen}
          onChoose={onChoose}
        />
      ))}
      {bars.map((bar) => (
        <Bar key={bar.item.id} bar={bar} />
      ))}
    </div>
  )
}

type DayProps = {
  day: string
  outside: boolean
  facts: FactsByDay
  isToday: boolean
  chosen: boolean
  onChoose: (day: string) => void
}

function MonthDay({ day, outside, facts, isToday, chosen, onChoose }: DayProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const found = facts.get(day)
  const word = found && wordOf(found, language)
  return (
    <button
      type="button"
      className={styles.day}
      disabled={!found}
      data-outside={outside || undefined}
      data-today={isToday || undefined}
      data-kind={found?.info.kind}
      data-day={day}
      aria-pressed={chosen}
      aria-label={found ? t.dayLabel(format.longDay(day), dayWords(found, { t, language })) : format.longDay(day)}
      onClick={() => onChoose(day)}
    >
      <span className={styles.number}>{Number(day.slice(8))}</span>
      {word && (language === 'zh' || word.strong) && (
        <span className={styles.word} data-strong={word.strong || undefined}>
          {word.text}
        </span>
      )}
      {found?.info.kind === 'holiday' && <span className={styles.off}>{t.off}</span>}
      {found?.info.kind === 'makeUpWorkday' && <span className={styles.worked}>{t.worked}</span>}
      {found && found.due.length > 0 && (
        <span className={styles.due} data-late={found.due.some(({ late }) => late) || undefined}>
          {`${t.dueTasks} ${format.count(found.due.length)}`}
        </span>
      )}
    </button>
  )
}

/** Days are sevenths of the week; a bar that goes on in another week has no rounded end there. */
function Bar({ bar }: { bar: WeekBar }) {
  const { item, column, length, lane, begins, ends, cuts } = bar
  const seventh = (days: number): string => `${(days * 100) / 7}%`
  return (
    <div
      className={styles.bar}
      data-family={item.family}
      data-begins={begins || undefined}
      data-ends={ends || undefined}
      style={{ insetInlineStart: seventh(column), width: seventh(length), top: HEAD_PX + lane * BAR_PX }}
      aria-hidden
    >
      {cuts.map(({ phase, start, length: days }) => (
        <span
          key={start}
          className={styles.cut}
          data-phase={phase ?? 'burst'}
          style={{ insetInlineStart: `${(start * 100) / length}%`, width: `${(days * 100) / length}%` }}
        />
      ))}
      <span className={styles.barName} data-on={cuts[0]?.phase ?? 'burst'}>
        {item.name}
      </span>
    </div>
  )
}
