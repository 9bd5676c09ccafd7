import type { DutyView, IncidentInfo, LiveBoard, RunSheet } from '@zhanggui/contract'
import { Link } from 'react-router'
import { clockTime } from '../../../format/clock-time.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import goodsStyles from './goods.module.css'
import panelStyles from './panel.module.css'
import styles from './room.module.css'
import { strings } from './strings.ts'
import { useDuty, useOpenIncidents, useRunSheet } from './use-room.ts'

function Alerts({ incidents, board, rows }: { incidents: IncidentInfo[]; board: LiveBoard; rows: number }) {
  const t = useStrings(strings)
  const zh = useLanguage() === 'zh'
  if (incidents.length === 0) return <p className={panelStyles.teach}>{t.noAlerts}</p>
  return (
    <ol className={styles.alerts}>
      {incidents.slice(0, rows).map((incident) => (
        <li key={incident.id} data-severity={incident.severity}>
          <time className="tabular">{clockTime(incident.openedAt, board.timezone)}</time>
          <Link to={`/stores/${board.store}/live/alerts?incident=${incident.id}`}>
            {zh ? incident.titleZh : incident.titleEn}
          </Link>
          <span className={goodsStyles.stockFact}>{incident.assigneeName ?? ''}</span>
        </li>
      ))}
    </ol>
  )
}

function NowNext({ sheet, timezone }: { sheet: RunSheet | null | undefined; timezone: string }) {
  const t = useStrings(strings)
  const lines = sheet
    ? [
        ...sheet.now.slice(0, 2).map((line) => ({ line, name: t.now })),
        ...(sheet.next ? [{ line: sheet.next, name: t.next }] : []),
      ]
    : []
  if (lines.length === 0) return <p className={panelStyles.teach}>{t.noRunSheet}</p>
  return (
    <ol className={styles.run}>
      {lines.map(({ line, name }) => (
        <li key={line.id}>
          <span className={styles.runName}>{name}</span>
          <time className="tabular">{clockTime(line.body.at, timezone)}</time>
          <b>{line.body.title}</b>
          <span className={goodsStyles.stockFact}>{line.body.owner}</span>
        </li>
      ))}
    </ol>
  )
}

function OnDuty({ duty }: { duty: DutyView | undefined }) {
  const t = useStrings(strings)
  const people = duty?.onDuty.flatMap(({ people: named }) => named.map(({ name, person }) => name ?? person)) ?? []
  return <p className={styles.duty}>{people.length === 0 ? t.noDuty : people.join('、')}</p>
}

/** Alerts, what the run sheet says now and next, and who is there. A replay shows the day, not today's room. */
export function Room({ board, rows }: { board: LiveBoard; rows: number }) {
  const t = useStrings(strings)
  const live = !board.replay
  const incidents = useOpenIncidents(board.store, live)
  const sheet = useRunSheet(board.store, board.occasion?.campaign ?? null, live)
  const duty = useDuty(board.store, board.day, live)
  if (board.replay) return <p className={panelStyles.teach}>{t.replayRoom}</p>
  return (
    <>
      <Alerts incidents={incidents.data ?? []} board={board} rows={rows} />
      <h3 className={panelStyles.subhead}>{t.runSheet}</h3>
      <NowNext sheet={sheet.data} timezone={board.timezone} />
      <h3 className={panelStyles.subhead}>{t.duty}</h3>
      <OnDuty duty={duty.data} />
    </>
  )
}
