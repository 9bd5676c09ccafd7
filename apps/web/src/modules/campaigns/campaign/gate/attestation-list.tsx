import type { CampaignEntry } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { useCheckNames } from '../../check-names.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { entriesOf } from '../tasks/tasks-of.ts'
import { evidenceStrings } from './evidence-strings.ts'
import { TrainingDialog } from './training-dialog.tsx'

type Open = {
  entry: CampaignEntry<'attestation'> | CampaignEntry<'drill'>
  action: 'pass' | 'fail' | 'hold'
  title: string
}

/** What people vouch for, which drills were held, who was trained: where the red items turn green. */
export function AttestationList(props: CampaignProps) {
  const t = useStrings(evidenceStrings)
  const words = useStrings(strings)
  const nameOf = useCheckNames()
  const format = useFormat()
  const [open, setOpen] = useState<Open | null>(null)
  const [training, setTraining] = useState<CampaignEntry<'training'> | null>(null)
  const { at, campaign } = props
  return (
    <Card title={t.title} note={t.note}>
      <ul className={styles.list}>
        {entriesOf(campaign, 'attestation').map((entry) => {
          const { kind, owner, dueDay, result } = entry.body
          const title = nameOf(kind)
          return (
            <li key={entry.id} className={styles.row} data-entry={entry.id}>
              <span>
                {title}{' '}
                <span className={styles.note}>
                  {owner} {t.by(format.shortDay(dueDay))}
                </span>
              </span>
              <span className={styles.inline}>
                {result && (
                  <span className={result.passed ? styles.good : styles.bad}>
                    {result.passed ? words.passed : words.notPassed}
                  </span>
                )}
                <Button size="small" onClick={() => setOpen({ entry, action: 'pass', title })}>
                  {t.confirm}
                </Button>
                <Button size="small" onClick={() => setOpen({ entry, action: 'fail', title })}>
                  {words.notPassed}
                </Button>
              </span>
            </li>
          )
        })}
        {entriesOf(campaign, 'drill').map((entry) => (
          <li key={entry.id} className={styles.row} data-entry={entry.id}>
            <span>
              {entry.body.title} <span className={styles.note}>{t.by(format.shortDay(entry.body.dueDay))}</span>
            </span>
            <span className={styles.inline}>
              {entry.body.held && (
                <span className={entry.body.held.passed ? styles.good : styles.bad}>
                  {entry.body.held.passed ? words.passed : words.notPassed}
                </span>
              )}
              <Button size="small" onClick={() => setOpen({ entry, action: 'hold', title: entry.body.title })}>
                {t.hold}
              </Button>
            </span>
          </li>
        ))}
        {entriesOf(campaign, 'training').map((entry) => {
          const present = entry.body.attendees.filter((person) => person.present).length
          return (
            <li key={entry.id} className={styles.row} data-entry={entry.id}>
              <span>
                {entry.body.title} <span className={styles.note}>{t.by(format.shortDay(entry.body.day))}</span>
              </span>
              <span className={styles.inline}>
                <span className={present >= entry.body.attendeesMin ? styles.good : styles.warn}>
                  {t.present(format.count(present), format.count(entry.body.attendeesMin))}
                </span>
                <Button size="small" onClick={() => setTraining(entry)}>
                  {t.attendance}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {open && (
        <ActDialog
          at={at}
          entry={open.entry}
          action={open.action}
          title={open.title}
          label={open.action === 'hold' ? t.lessons : t.evidence}
          submitText={open.action === 'hold' ? t.hold : open.action === 'pass' ? t.confirm : words.notPassed}
          asksVerdict={open.action === 'hold'}
          onClose={() => setOpen(null)}
        />
      )}
      {training && <TrainingDialog at={at} training={training} onClose={() => setTraining(null)} />}
    </Card>
  )
}
