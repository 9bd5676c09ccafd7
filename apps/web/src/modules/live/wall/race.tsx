import type { LiveBoard, LivePace } from '@zhanggui/contract'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import buttonStyles from './buttons.module.css'
import panelStyles from './panel.module.css'
import styles from './race.module.css'
import { strings } from './strings.ts'
import { TargetForm } from './target-form.tsx'

const share = (value: number): string => `${Math.min(100, Math.max(0, value * 100))}%`

/** The track: how far the day is, where it usually would be, and where the day it runs against was. */
function Track({ board, pace }: { board: LiveBoard; pace: LivePace }) {
  const t = useStrings(strings)
  const { compare } = board
  const before = compare && pace.targetCents > 0 ? compare.soFarCents / pace.targetCents : null
  return (
    <div className={styles.track}>
      <span
        className={styles.trackFill}
        data-verdict={pace.verdict ?? ''}
        style={{ width: share(pace.reached ?? 0) }}
      />
      {pace.usual !== null && (
        <span className={styles.trackMark} style={{ insetInlineStart: share(pace.usual) }} title={t.usualBy} />
      )}
      {before !== null && before <= 1 && (
        <span className={styles.trackGhost} style={{ insetInlineStart: share(before) }} />
      )}
    </div>
  )
}

function RaceFacts({ board, pace }: { board: LiveBoard; pace: LivePace }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const gap = pace.targetCents - (board.figures.paidCents ?? 0)
  return (
    <dl className={styles.raceFacts}>
      <div>
        <dt>{gap > 0 ? t.toGo : t.over}</dt>
        <dd className="tabular">{format.short(Math.abs(gap), 'money')}</dd>
      </div>
      <div>
        <dt>{t.perMinute}</dt>
        <dd className="tabular">{format.short(pace.neededPerMinuteCents, 'money')}</dd>
      </div>
      <div title={t.catchUpHelp}>
        <dt>{t.catchUp}</dt>
        <dd className="tabular">{pace.catchUp === null ? '–' : `${pace.catchUp.toFixed(2)}×`}</dd>
      </div>
      <div>
        <dt>{t.usualBy}</dt>
        <dd className="tabular">{pace.usual === null ? '–' : format.percent(pace.usual)}</dd>
      </div>
    </dl>
  )
}

/** The race for the day's target, and the one place where it is set. */
export function Race({ board }: { board: LiveBoard }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const [editing, setEditing] = useState(false)
  const maySet = usePermissions().includes('plan:write')
  const { pace } = board
  const from = { set: t.fromSet, plan: t.fromPlan, campaign: t.fromCampaign }
  return (
    <section className={styles.race} aria-label={t.target}>
      <header className={styles.raceHead}>
        <h2>{board.replay ? t.targetThen : t.targetOf}</h2>
        {pace && (
          <span className={styles.raceTarget}>
            <b className="tabular">{format.short(pace.targetCents, 'money')}</b> {from[pace.targetFrom]}
          </span>
        )}
        {pace?.verdict && (
          <span className={styles.verdict} data-verdict={pace.verdict}>
            {t[pace.verdict]}
          </span>
        )}
        {maySet && !editing && (
          <button type="button" className={buttonStyles.quiet} onClick={() => setEditing(true)}>
            {pace ? t.changeTarget : t.setTarget}
          </button>
        )}
      </header>
      {editing && <TargetForm board={board} onDone={() => setEditing(false)} />}
      {pace ? (
        <>
          <p className={`${styles.raceShare} tabular`}>{pace.reached === null ? '–' : format.percent(pace.reached)}</p>
          <Track board={board} pace={pace} />
          <RaceFacts board={board} pace={pace} />
        </>
      ) : (
        !editing && (
          <p className={panelStyles.teach}>
            <b>{t.noTarget}</b>
            {t.noTargetText}
          </p>
        )
      )}
    </section>
  )
}
