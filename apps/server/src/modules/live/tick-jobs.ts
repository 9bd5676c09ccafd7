import { RELEASE_ORDERS } from '../promotions/orders/release-due-orders.ts'
import type { TickJob } from './tick-job.ts'

/** Every job that the server runs by the clock; a new one is a declaration beside its area and a line here. */
export const TICK_JOBS: readonly TickJob[] = [RELEASE_ORDERS]
