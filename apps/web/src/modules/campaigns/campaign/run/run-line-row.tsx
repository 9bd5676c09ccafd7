import type { CampaignDetail, RunSheetLine } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { clockTime } from '../../../../format/clock-time.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { addDays } from '../../../../range/day-arithmetic.ts'
import { campaignWords } from '../../campaign-words.ts'
import { dayIn } from '../../days-until.ts'
import { type CampaignAt, useActOnEntry } from '../../use-campaigns.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'
import { ActionDialog } from './action-dialog.tsx'
import { actionStrings } from './action-strings.ts'

type Props = { line: RunSheetLine; at: CampaignAt; campaign: CampaignDetail; mayWrite: boolean }

const TONES: Readonly<Partial<Record<RunSheetLine['state'], string>>> = {
  late: styles.bad ?? '',
  failed: styles.bad ?? '',
  waiting: styles.warn ?? '',
  running: styles.warn ?? '',
  done: styles.good ?? '',
}

/** One line: its minute, what is done, who does it, how it stands, and the two buttons that end it. */
export function RunLineRow({ line, at, campaign, mayWrite }: Props) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const actions = useStrings(actionStrings)
  const format = useFormat()
  const timeZone = useStoreTimeZone() ?? 'Asia/Shanghai'
  const act = useActOnEntry(at)
  const [asking, setAsking] = useState<'skip' | 'fail' | null>(null)
  const [isPlanning, setPlanning] = useState(false)
  const { id, version, state, lateMinutes, body } = line
  const entry = { kind: 'run' as const, id, version }
  const stateName = state === 'waiting' ? t.waitingItem : t[state]
  const isOpen = body.ended === null || body.ended.mark === 'failed'
  return (
    <li className={styles.row} data-run={id} data-state={state}>
      <span className={styles.grow}>
        <span className={styles.clock}>
          {format.shortRange({ from: dayIn(body.at, timeZone), to: addDays(dayIn(body.at, timeZone), 1) })}{' '}
          {clockTime(body.at, timeZone)}
        </span>{' '}
        {body.title}{' '}
        <span className={styles.note}>
          {words[body.team]} {body.owner} · {t.check}：{body.check}
          {body.action !== 'manual' && ` · ${actions[`run_${body.action}`]}`}
        </span>
        {body.ended?.note && <span className={styles.note}> {body.ended.note}</span>}
      </span>
      <span className={styles.inline}>
        <span className={TONES[state]}>
          {stateName} {lateMinutes > 0 && t.lateBy(format.count(lateMinutes))}
        </span>
        {mayWrite && body.firedAt === null && body.ended === null && (
          <Button size="small" onClick={() => setPlanning(true)}>
            {actions.runAction}
          </Button>
        )}
        {isOpen && state !== 'planned' && (
          <>
            <Button
              size="small"
              type="primary"
              loading={act.isPending}
              onClick={() => act.mutate({ ...entry, action: 'done' })}
            >
              {t.done}
            </Button>
            <Button size="small" onClick={() => setAsking('skip')}>
              {t.skip}
            </Button>
            <Button size="small" onClick={() => setAsking('fail')}>
              {t.fail}
            </Button>
          </>
        )}
      </span>
      {isPlanning && <ActionDialog at={at} campaign={campaign} line={line} onClose={() => setPlanning(false)} />}
      {act.error && <Problem compact error={act.error} />}
      {asking && (
        <ActDialog
          at={at}
          entry={entry}
          action={asking}
          title={body.title}
          label={t.why}
          submitText={t[asking]}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  )
}
