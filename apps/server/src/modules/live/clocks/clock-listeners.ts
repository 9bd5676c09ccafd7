import type { ClockListener } from './clock-listener.ts'
import { CALL_DUTY } from './duty/call-duty.ts'
import { RAISE_BREACH } from './raise-breach.ts'

/** Everybody who acts on deadlines; a new one is a declaration beside its area and a line here. They hear in this order. */
export const CLOCK_LISTENERS: readonly ClockListener[] = [CALL_DUTY, RAISE_BREACH]
