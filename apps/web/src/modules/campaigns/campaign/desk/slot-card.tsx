import type { CampaignEntry, SlotBoard } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { entriesOf } from '../tasks/tasks-of.ts'
import { SlotDialog } from './slot-dialog.tsx'
import { deskStrings } from './strings.ts'
import { useSlotBoard } from './use-desk.ts'

const HEIGHT = 160

/** Places and tools that are booked, with the most that a bid may be. */
export function SlotCard({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(deskStrings)
  const [isAdding, setAdding] = useState(false)
  const slots = entriesOf(campaign, 'slot').toSorted((a, b) => (a.body.from < b.body.from ? -1 : 1))
  return (
    <Panel<SlotBoard>
      title={t.slots}
      note={t.slotsNote}
      extra={mayWrite && <Button onClick={() => setAdding(true)}>{t.addSlot}</Button>}
      query={useSlotBoard(at)}
      height={HEIGHT}
    >
      {(board) => (
        <>
          {slots.length === 0 && <EmptyState title={t.noSlots} />}
          <ul className={styles.list}>
            {slots.map((slot) => (
              <SlotRow key={slot.id} slot={slot} place={board.slots.find(({ id }) => id === slot.id)} />
            ))}
          </ul>
          {isAdding && <SlotDialog at={at} onClose={() => setAdding(false)} />}
        </>
      )}
    </Panel>
  )
}

function SlotRow({ slot, place }: { slot: CampaignEntry<'slot'>; place: SlotBoard['slots'][number] | undefined }) {
  const t = useStrings(deskStrings)
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const { title, position, kind, from, until, costCents } = slot.body
  return (
    <li className={styles.row} data-slot={slot.id}>
      <span>
        {title}{' '}
        <span className={styles.note}>
          {t[kind]} · {position} · {format.instant(from, timeZone)} – {format.instant(until, timeZone)}
        </span>
      </span>
      <span>
        {costCents !== null && format.short(costCents, 'money')}{' '}
        {place?.ceilingCents != null && (
          <span className={styles.note} data-value={place.ceilingCents}>
            {t.ceiling(format.short(place.ceilingCents, 'money'))}
          </span>
        )}
        {place?.result?.overCeiling && <span className={styles.bad}> {t.overCeiling}</span>}
      </span>
    </li>
  )
}
