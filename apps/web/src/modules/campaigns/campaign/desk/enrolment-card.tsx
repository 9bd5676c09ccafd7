import type { EnrolmentDesk } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { entriesOf } from '../tasks/tasks-of.ts'
import { EnrolmentDialog } from './enrolment-dialog.tsx'
import { GoodsDialog } from './goods-dialog.tsx'
import { deskStrings } from './strings.ts'
import { useEnrolmentDesk, useRectify } from './use-desk.ts'

const HEIGHT = 160

/** Entries to events: what each asks for, where the shop stands, where it will stand at the deadline. */
export function EnrolmentCard({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const { message } = App.useApp()
  const rectify = useRectify(at)
  const [isAdding, setAdding] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const edited = entriesOf(campaign, 'enrolment').find(({ id }) => id === editing)
  const raise = () =>
    rectify.mutate(undefined, {
      onSuccess: ({ raised, resolved }) =>
        void message.success(t.rectified(format.count(raised.length), format.count(resolved.length))),
    })
  const actions = mayWrite && (
    <span className={styles.inline}>
      <Button onClick={raise} loading={rectify.isPending}>
        {t.rectify}
      </Button>
      <Button onClick={() => setAdding(true)}>{t.addEnrolment}</Button>
    </span>
  )
  return (
    <Panel<EnrolmentDesk>
      title={t.enrolment}
      note={t.enrolmentNote}
      extra={actions}
      query={useEnrolmentDesk(at)}
      height={HEIGHT}
    >
      {(desk) => (
        <>
          {desk.length === 0 && <EmptyState title={t.noEnrolment} />}
          <ul className={styles.list}>
            {desk.map((entry) => (
              <EntryRow key={entry.id} entry={entry} {...(mayWrite ? { onGoods: () => setEditing(entry.id) } : {})} />
            ))}
          </ul>
          {edited && <GoodsDialog at={at} entry={edited} onClose={() => setEditing(null)} />}
          {isAdding && <EnrolmentDialog at={at} onClose={() => setAdding(false)} />}
        </>
      )}
    </Panel>
  )
}

function EntryRow({ entry, onGoods }: { entry: EnrolmentDesk[number]; onGoods?: () => void }) {
  const t = useStrings(deskStrings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <li className={styles.row} data-enrolment={entry.id}>
      <span>
        {entry.title}{' '}
        <span className={styles.note}>
          {format.shortDay(entry.deadline)} {t.daysLeft(format.count(Math.max(0, entry.daysLeft)))} · {t[entry.status]}
        </span>
      </span>
      <span className={styles.inline}>
        <span className={entry.passes ? styles.good : styles.bad}>{entry.passes ? t.willPass : t.willFail}</span>
        {onGoods && entry.status === 'open' && (
          <Button size="small" onClick={onGoods}>
            {t.goods}
          </Button>
        )}
      </span>
      <ul className={styles.reasons}>
        {entry.thresholds.map((threshold) => (
          <ThresholdLine key={threshold.metric} threshold={threshold} />
        ))}
        {entry.goods.map((problem) => (
          <li key={problem.zh} className={styles.bad}>
            {problem[language]}
          </li>
        ))}
      </ul>
    </li>
  )
}

function ThresholdLine({ threshold }: { threshold: EnrolmentDesk[number]['thresholds'][number] }) {
  const t = useStrings(deskStrings)
  const language = useLanguage()
  const format = useFormat()
  const { nameZh, nameEn, unit, op, limit, now, atDeadline, passesThen, neededDaily } = threshold
  const figure = (value: number | null): string => {
    if (unit === 'ratio') return format.short(value, unit)
    return unit === null && value !== null ? String(value) : format.exact(value, unit)
  }
  return (
    <li className={passesThen ? undefined : styles.bad}>
      {language === 'zh' ? nameZh : nameEn} {t[op]} {figure(limit)} · {t.now(figure(now))} ·{' '}
      {t.later(figure(atDeadline))}
      {neededDaily !== null && ` · ${t.needed(figure(neededDaily))}`}
    </li>
  )
}
