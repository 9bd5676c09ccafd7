import type { CalendarWarning, CalendarYear } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import styles from './panels.module.css'
import { strings } from './strings.ts'

const SHOWN = 5
const ERRORS: readonly CalendarWarning['code'][] = ['overdueLead', 'misplacedQuarter', 'dependencyCycle']

/** What presses, the most urgent first; a click goes to its day, and to its bar where it has one. */
export function WarningsPanel({ calendar }: { calendar: CalendarYear }) {
  const t = useStrings(strings)
  const format = useFormat()
  const [all, setAll] = useState(false)
  const { warnings } = calendar
  const shown = all ? warnings : warnings.slice(0, SHOWN)
  return (
    <Card title={t.warnings}>
      {warnings.length === 0 && <p className={styles.quiet}>{t.noWarnings}</p>}
      <ul className={styles.list}>
        {shown.map((warning) => (
          <li key={`${warning.code}${warning.subject ?? ''}${warning.day}`}>
            <Warning warning={warning} calendar={calendar} />
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && (
        <Button className={styles.more ?? ''} size="small" type="link" onClick={() => setAll(!all)}>
          {all ? t.less : t.more(format.count(warnings.length - SHOWN))}
        </Button>
      )}
    </Card>
  )
}

function Warning({ warning, calendar }: { warning: CalendarWarning; calendar: CalendarYear }) {
  const language = useLanguage()
  const format = useFormat()
  const { get, set } = useSearchState()
  const row = calendar.gantt.find(({ id }) => id === warning.subject)
  const event = row?.kind === 'task' ? row.parentId : row?.id
  const go = () => {
    if (!event) return set({ day: warning.day, year: warning.day.slice(0, 4) })
    const rows = new Set((get('rows') ?? '').split(',').filter((id) => id !== ''))
    set({ view: 'gantt', rows: [...rows.add(event)].join(','), at: warning.subject })
  }
  return (
    <button
      type="button"
      className={styles.warning}
      data-level={ERRORS.includes(warning.code) ? 'error' : 'warning'}
      onClick={go}
    >
      {format.daysInText(language === 'zh' ? warning.message : warning.messageEn)}
    </button>
  )
}
