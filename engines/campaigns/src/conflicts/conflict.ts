import type { BusinessDay } from '@zhanggui/kernel'
import type { Rule } from '@zhanggui/promotion'
import type { Contact } from '../contacts/contact.ts'
import type { SlotBooking } from '../slots/slot-booking.ts'
import type { CampaignTask, WithId } from '../tasks/campaign-task.ts'

/** A campaign as the conflict check sees it. `from` and `to`: the days in which its prices hold, half-open. */
export type CampaignView = {
  id: string
  name: string
  from: BusinessDay
  to: BusinessDay
  itemIds: readonly string[]
  rules: readonly Rule[]
  tasks: readonly WithId<CampaignTask>[]
  contacts: readonly WithId<Contact>[]
  slots: readonly WithId<SlotBooking>[]
}

/** Contacts of one audience and work of one person that are too much. Starting values of this project. */
export type ConflictLimits = { contactsPerDay: number; contactsPerWeek: number; tasksAtOnce: number }
export const CONFLICT_LIMITS: ConflictLimits = { contactsPerDay: 1, contactsPerWeek: 3, tasksAtOnce: 6 }

/** Two campaigns in each other's way. `first` is always the one that was asked about. */
export type Conflict =
  | { code: 'same_sku'; first: string; second: string; itemIds: string[]; from: BusinessDay; to: BusinessDay }
  | {
      code: 'incompatible_prices'
      first: string
      second: string
      skuId: string
      firstCents: number
      secondCents: number
    }
  | { code: 'slot_taken'; first: string; second: string; position: string; from: string; until: string }
  | {
      code: 'contact_overload'
      first: string
      campaigns: string[]
      audience: string
      contacts: number
      days: number
      limit: number
      from: BusinessDay
    }
  | {
      code: 'team_overload'
      first: string
      campaigns: string[]
      person: string
      tasks: number
      limit: number
      from: BusinessDay
      to: BusinessDay
    }

/** Two prices of one SKU, or two campaigns on one slot, cannot both be kept; the others can be if somebody wants it. */
export const isBlocking = ({ code }: Conflict): boolean => code === 'incompatible_prices' || code === 'slot_taken'
