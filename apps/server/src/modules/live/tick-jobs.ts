import { RELEASE_ORDERS } from '../promotions/orders/release-due-orders.ts'
import { FOLLOW_POLICIES } from './clocks/follow-policies.ts'
import { NOTICE_MARKS } from './clocks/notice-marks.ts'
import type { TickJob } from './tick-job.ts'

/** Every job that the server runs by the clock; a new one is a declaration beside its area and a line here. */
export const TICK_JOBS: readonly TickJob[] = [NOTICE_MARKS, FOLLOW_POLICIES, RELEASE_ORDERS]
