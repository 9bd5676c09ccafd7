import type { BusinessDay } from '@zhanggui/kernel'
import type { EventGoods } from '@zhanggui/promotion'
import type { Done } from '../reason.ts'

/** What an event asks of the shop: a figure over the last `windowDays`, at least or at most a limit. */
export type Threshold = {
  metric: string
  op: 'atLeast' | 'atMost'
  limit: number
  windowDays: number
  /** For figures that no fact of the shop gives. */
  entered: number | null
}

/** An entry to an event of the platform (活动报名, P3.24). */
export type Enrolment = {
  title: string
  /** A pack of rules of the promotion engine. */
  event: string
  deadline: BusinessDay
  from: string
  until: string
  unitsPerBuyer: number
  coinShareBp: number
  owner: string
  thresholds: readonly Threshold[]
  goods: readonly EventGoods[]
  submitted: Done | null
  answer: (Done & { accepted: boolean; note: string }) | null
}
