import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { type Language, nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import type { DayFacts, FactsByDay } from './day-facts.ts'
import styles from './month-view.module.css'
import { monthWeeks } from './month-weeks.ts'
import { strings } from './strings.ts'

type Words = (typeof strings)['zh']
type Note = { text: string; strong: boolean; late: boolean }

const plain = (text: string): Note => ({ text, strong: false, late: false })

/** What is new on a day: days off, festivals, phases and events that begin, main days, work that is due. */
function notesOf({ info, named, occasions, planEvents, due }: DayFacts, t: Words, language: Language): Note[] {
  const off = info.kind === 'holiday' || info.kind === 'makeUpWorkday'
  const zh = language === 'zh'
  return [
    ...(off ? [plain(`${zh && info.nameZh ? `${info.nameZh} ` : ''}${t[info.kind]}`)] : []),
    ...named.filter(({ source }) => source !== 'solarTerm').map((name) => plain(nameOf(name, language))),
    ...occasions.flatMap(({ occasion, offset }): Note[] => {
      const name = nameOf(occasion, language)
      const begun = occasion.phases.find(({ from }) => from === info.day)
      if (offset === 0) return [{ ...plain(`${name} D0`), strong: occasion.counted }]
      return begun ? [plain(t.begins(`${name} ${t[begun.phase]}`))] : []
    }),
    ...planEvents.filter(({ from }) => from === info.day).map(({ name }) => plain(t.begins(name))),
    ...due.map((task) => ({
      text: `${t.due}${zh ? task.name : task.nameEn}`,
      strong: false,
      late: task.late !== null,
    })),
  ]
}

type Props = { facts: FactsByDay; year: number; month: number; today: string }

/** The month as a list of what is new each day, for a narrow screen. */
export function MonthAgenda({ facts, year, month, today }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const key = `${year}-${String(month).padStart(2, '0')}`
  const days = monthWeeks(year, month)
    .flat()
    .filter((day) => day.startsWith(key))
    .map((day) => ({ day, notes: notesIn(facts.get(day), t, language) }))
    .filter(({ day, notes }) => notes.length > 0 || day === today)
  return (
    <ul className={styles.agenda}>
      {days.map(({ day, notes }) => (
        <AgendaDay key={day} day={day} notes={notes} isToday={day === today} />
      ))}
    </ul>
  )
}

const notesIn = (found: DayFacts | undefined, t: Words, language: Language): Note[] =>
  found ? notesOf(found, t, language) : []

function AgendaDay({ day, notes, isToday }: { day: string; notes: readonly Note[]; isToday: boolean }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  return (
    <li>
      <button
        type="button"
        className={styles.agendaDay}
        data-today={isToday || undefined}
        onClick={() => set({ day }, { replace: true })}
      >
        <span className={styles.agendaDate}>{format.shortDay(day)}</span>
        <span className={styles.agendaNotes}>
          {isToday && <span className={styles.agendaToday}>{t.today}</span>}
          {notes.map(({ text, strong, late }) => (
            <span key={text} data-strong={strong || undefined} data-late={late || undefined}>
              {text}
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}
