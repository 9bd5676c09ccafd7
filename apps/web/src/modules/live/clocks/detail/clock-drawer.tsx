import type { ClockDetail } from '@zhanggui/contract'
import { Descriptions, Drawer, Tag } from 'antd'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { StepCell } from '../board/step-cell.tsx'
import { strings } from '../strings.ts'
import { useClock } from '../use-clocks.ts'
import { useNow } from '../use-now.ts'
import { ClockActions } from './clock-actions.tsx'
import styles from './clock-drawer.module.css'
import { ClockHistory } from './clock-history.tsx'

const WIDTH = 560
const HEIGHT = 420

/** One deadline: its steps, what can be done about it, and what happened to it. */
export function ClockDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useStrings(strings)
  const clock = useClock(id)
  return (
    <Drawer open title={clock.data?.clock.title ?? t.title} size={WIDTH} onClose={onClose} destroyOnHidden>
      <PanelBody<ClockDetail> query={clock} height={HEIGHT}>
        {(detail) => <Detail detail={detail} arrivedAt={clock.dataUpdatedAt} />}
      </PanelBody>
    </Drawer>
  )
}

function Detail({ detail, arrivedAt }: { detail: ClockDetail; arrivedAt: number }) {
  const t = useStrings(strings)
  const moment = useNow({ now: detail.now, arrivedAt })
  return (
    <div className={stack.stack}>
      <section className={styles.steps} aria-label={t.steps}>
        {detail.clock.steps.map((step) => (
          <StepCell key={`${step.step}/${step.round}`} step={step} moment={moment} />
        ))}
      </section>
      <ClockActions detail={detail} />
      <Facts detail={detail} />
      <ClockHistory detail={detail} />
    </div>
  )
}

function Facts({ detail: { clock } }: { detail: ClockDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const timeZone = useStoreTimeZone()
  const instant = (iso: string | null) => (iso === null ? '–' : format.instant(iso, timeZone))
  const items = [
    { key: 'ladder', label: t.ladder, children: <Tag>{nameOf(clock.ladder, language)}</Tag> },
    { key: 'owner', label: t.owner, children: clock.owner ? (clock.owner.name ?? clock.owner.actor) : t.nobody },
    { key: 'subject', label: t.subject, children: clock.subject.id },
    { key: 'started', label: t.startedAt, children: instant(clock.startedAt) },
    { key: 'first', label: t.firstDue, children: instant(clock.firstDueAt) },
  ]
  return <Descriptions size="small" column={1} items={items} />
}
