import { Button } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { type Language, nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { BlocksButton } from './blocks-button.tsx'
import { OPEN_HOLIDAY, OPEN_OCCASION } from './calendar-drawers.tsx'
import type { CalendarState } from './calendar-state.ts'
import type { DayFacts, FactsByDay, OccasionOn } from './day-facts.ts'
import { offsetLabel } from './day-words.ts'
import styles from './panels.module.css'
import { strings } from './strings.ts'

type Words = (typeof strings)['zh']

/** One day in full, and what can be done on it. */
export function DayPanel({ facts, state }: { facts: FactsByDay; state: CalendarState }) {
  const t = useStrings(strings)
  const format = useFormat()
  const found = state.day ? facts.get(state.day) : undefined
  if (!found) return <p className={styles.hint}>{t.chooseDay}</p>
  return (
    <Card title={format.longDay(found.info.day)} note={<DayNote found={found} />}>
      <OccasionsOn found={found} />
      <DueOn found={found} />
      <DayActions day={found.info.day} />
    </Card>
  )
}

/** What kind of day it is, and who says so. */
function kindWords({ info }: DayFacts, t: Words, language: Language): string {
  const name = info.nameZh && language === 'zh' ? `${info.nameZh} ` : ''
  const source = info.basis === 'override' ? t.byShop : info.known ? '' : t.noNotice
  return `${name}${t[info.kind]}${source ? ` · ${source}` : ''}`
}

function DayNote({ found }: { found: DayFacts }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const names = found.named.map((name) => nameOf(name, language))
  return <>{[kindWords(found, t, language), t.lunarDay(found.info.lunar), ...names].join(' · ')}</>
}

function OccasionsOn({ found }: { found: DayFacts }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (found.occasions.length === 0 && found.planEvents.length === 0)
    return <p className={styles.quiet}>{t.nothingOnDay}</p>
  return (
    <ul className={styles.list}>
      {found.occasions.map((on) => (
        <OccasionItem key={`${on.occasion.id}-${on.occasion.year}`} on={on} />
      ))}
      {found.planEvents.map((event) => (
        <li key={event.id} className={styles.item}>
          <span className={styles.itemTitle}>{event.name}</span>
          <span className={styles.quiet}>{`${t.planned} · ${format.dayRange(event)}`}</span>
        </li>
      ))}
    </ul>
  )
}

function OccasionItem({ on }: { on: OccasionOn }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const { occasion, phase, offset } = on
  const words = [offsetLabel(offset), phase && t[phase], occasion.counted ? null : t.notCounted].filter(Boolean)
  return (
    <li className={styles.item}>
      <span className={styles.itemTitle}>{nameOf(occasion, language)}</span>
      <span className={styles.quiet}>{`${words.join(' ')} · ${format.dayRange(occasion)}`}</span>
      {mayWrite && occasion.row && (
        <Button size="small" type="link" onClick={() => set({ open: `${OPEN_OCCASION}:${occasion.row}` })}>
          {t.editOccasion}
        </Button>
      )}
      {mayWrite && occasion.origin === 'founding' && (
        <Button
          size="small"
          type="link"
          onClick={() => set({ open: OPEN_OCCASION, like: occasion.id, day: occasion.mainDay })}
        >
          {t.adopt}
        </Button>
      )}
      {mayWrite && occasion.blocks.length > 0 && <BlocksButton occasion={occasion} />}
    </li>
  )
}

function DueOn({ found }: { found: DayFacts }) {
  const t = useStrings(strings)
  const language = useLanguage()
  if (found.due.length === 0) return null
  return (
    <>
      <h3 className={styles.subtitle}>{t.dueTasks}</h3>
      <ul className={styles.list}>
        {found.due.map((task) => (
          <li key={task.id} className={styles.item}>
            <span>{language === 'zh' ? task.name : task.nameEn}</span>
            {task.late && <span className={styles.late}>{t[task.late]}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function DayActions({ day }: { day: string }) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  if (!usePermissions().includes('plan:write')) return null
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => set({ open: OPEN_OCCASION, day })}>
        {t.newOccasionHere}
      </Button>
      <Button size="small" onClick={() => set({ open: OPEN_HOLIDAY, day })}>
        {t.newHoliday}
      </Button>
    </div>
  )
}
