import { findEventPack } from '@zhanggui/promotion'
import { type Reason, reason } from '../reason.ts'
import type { RunItem } from '../run-sheet/run-item.ts'
import { checkSlot } from '../slots/check-slot.ts'
import type { SlotBooking } from '../slots/slot-booking.ts'
import type { WithId } from '../tasks/campaign-task.ts'
import { checkTask } from '../tasks/check-task.ts'
import { type Entry, entriesOf } from './entry-kinds.ts'

/** What an entry is checked against: the campaign's other entries, and the slots of every campaign of the shop. */
export type EntryWorld = { entries: readonly Entry[]; slots: readonly WithId<SlotBooking>[] }

function checkRunItem({ id, body }: WithId<RunItem>, known: ReadonlySet<string>): Reason[] {
  const wrong = body.dependsOn.filter((other) => other === id || !known.has(other))
  const found = wrong.map((other) =>
    reason(
      'unknown_dependency',
      `前置“${other}”不在流程表里：换一个或去掉`,
      `It waits for "${other}", which is no item of the sheet: choose another or take it out`,
    ),
  )
  if (body.action === 'stopPromotion' && body.promotion === null)
    found.push(
      reason('no_promotion', '没有写停哪个优惠：选一个优惠', 'It does not say which promotion to stop: choose one'),
    )
  if (body.action === 'startPlaybook' && body.playbook === null)
    found.push(
      reason('no_playbook', '没有写启动哪个自动化：选一个', 'It does not say which playbook to start: choose one'),
    )
  return found
}

const timeOf = (from: string, until: string): Reason[] =>
  Date.parse(from) < Date.parse(until)
    ? []
    : [reason('ends_before_it_begins', '结束要晚于开始', 'The end must be after the beginning')]

/** What keeps an entry from being written; nothing where it may be. */
export function checkEntry(entry: Entry, { entries, slots }: EntryWorld): Reason[] {
  switch (entry.kind) {
    case 'task':
      return checkTask(entry, new Set(entriesOf(entries, 'task').map(({ id }) => id)))
    case 'run':
      return checkRunItem(entry, new Set(entriesOf(entries, 'run').map(({ id }) => id)))
    case 'page':
      return timeOf(entry.body.releaseFrom, entry.body.releaseUntil)
    case 'slot':
      return checkSlot(entry, slots)
    case 'enrolment': {
      const known = findEventPack(entry.body.event) !== undefined
      const event = known
        ? []
        : [
            reason(
              'unknown_event',
              `不认识活动“${entry.body.event}”：从列表里选`,
              `The event "${entry.body.event}" is not known: choose one of the list`,
            ),
          ]
      return [...event, ...timeOf(entry.body.from, entry.body.until)]
    }
    case 'training':
    case 'attestation':
    case 'drill':
    case 'contact':
      return []
  }
}
