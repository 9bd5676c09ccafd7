import type { DutyView } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import styles from './duty.module.css'
import { dutyStrings } from './duty-strings.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { type Bar, dayAfter, offsetOf, weekBars } from './week.ts'

type Props = { duty: DutyView; monday: string; now: number }

/** A week of the rota: what is wrong with it first, then day by day who is there. */
export function RotaCard({ duty, monday, now }: Props) {
  const t = useStrings(dutyStrings)
  const [proposing, setProposing] = useState(false)
  const mayAct = usePermissions().includes('live:act')
  return (
    <Card title={t.rota} note={t.rotaNote} extra={<WeekButtons monday={monday} />}>
      <Findings duty={duty} />
      <Week duty={duty} monday={monday} now={now} />
      {mayAct && <Tools onPropose={() => setProposing(true)} />}
      {proposing && <ProposeDialog monday={monday} duty={duty} onClose={() => setProposing(false)} />}
    </Card>
  )
}

function WeekButtons({ monday }: { monday: string }) {
  const t = useStrings(dutyStrings)
  const { set } = useSearchState()
  const go = (days: number) => set({ week: dayAfter(monday, days) }, { replace: true })
  return (
    <div className={styles.weekButtons}>
      <Button size="small" onClick={() => go(-7)}>
        {t.previous}
      </Button>
      <Button size="small" onClick={() => set({ week: null }, { replace: true })}>
        {t.thisWeek}
      </Button>
      <Button size="small" onClick={() => go(7)}>
        {t.following}
      </Button>
    </div>
  )
}

const HOUR = 3_600_000

function Findings({ duty: { gaps, rest, unknownPeople } }: { duty: DutyView }) {
  const t = useStrings(dutyStrings)
  const format = useFormat()
  if (gaps.length + rest.length + unknownPeople.length === 0) return <Alert type="success" showIcon title={t.covered} />
  const hours = gaps.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / HOUR, 0)
  const words = rest.map(({ rule, person, name, on, actual, limit }) =>
    t[rule](name ?? person, format.shortDay(on), format.count(Math.round(actual * 10) / 10), format.count(limit)),
  )
  return (
    <div className={styles.findings}>
      {gaps.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t.gaps(format.count(gaps.length), format.count(Math.round(hours * 10) / 10))}
        />
      )}
      {words.length > 0 && <Alert type="warning" showIcon title={<List words={words} />} />}
      {unknownPeople.length > 0 && <Alert type="info" showIcon title={t.unknown(unknownPeople.join('、'))} />}
    </div>
  )
}

const List = ({ words }: { words: readonly string[] }) => (
  <ul className={styles.words}>
    {words.map((word) => (
      <li key={word}>{word}</li>
    ))}
  </ul>
)

function Week({ duty, monday, now }: Props) {
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const offsetMs = offsetOf(now, timeZone)
  const dayStart = (day: string) => Date.parse(`${day}T00:00:00Z`) - offsetMs
  return (
    <div className={styles.week}>
      {weekBars(duty, monday, { offsetMs }).map(({ day, lanes }) => {
        const at = (now - dayStart(day)) / (24 * HOUR)
        return (
          <div key={day} className={styles.day} data-today={(at >= 0 && at < 1) || undefined}>
            <span className={styles.dayName}>{format.longDay(day)}</span>
            <span className={styles.lanes}>
              {lanes.map((lane) => (
                <span key={lane[0]?.key} className={styles.lane}>
                  {lane.map((bar) => (
                    <OneBar key={bar.key} bar={bar} />
                  ))}
                </span>
              ))}
              {at >= 0 && at < 1 && <span className={styles.nowLine} style={{ insetInlineStart: `${at * 100}%` }} />}
            </span>
          </div>
        )
      })}
      <Hours />
    </div>
  )
}

function OneBar({ bar }: { bar: Bar }) {
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const [from = '', to = ''] = bar.title.split('/')
  const title = `${bar.who} ${format.instant(from, timeZone)} – ${format.instant(to, timeZone)}`.trim()
  const place = { insetInlineStart: `${bar.from * 100}%`, inlineSize: `${(bar.to - bar.from) * 100}%` }
  return (
    <span className={styles.bar} data-kind={bar.kind} style={place} title={title}>
      {bar.who}
    </span>
  )
}

const Hours = () => (
  <div className={styles.hours} aria-hidden="true">
    {['0', '6', '12', '18', '24'].map((hour) => (
      <span key={hour}>{hour}</span>
    ))}
  </div>
)

function Tools({ onPropose }: { onPropose: () => void }) {
  const t = useStrings(dutyStrings)
  const store = useStoreId()
  return (
    <div className={styles.tools}>
      <Button onClick={onPropose}>{t.propose}</Button>
      <Link to={`/stores/${store}/admin/resources/duty-shifts`}>
        <Button tabIndex={-1} type="text">
          {t.edit}
        </Button>
      </Link>
    </div>
  )
}
