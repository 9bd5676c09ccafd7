import { calledFor, DUTY_LEVELS, type DutyLevel } from '@zhanggui/clocks'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { members, stores, users } from '../../../admin/schema.ts'
import type { ClockListener, ClockMarkPassed } from '../clock-listener.ts'
import { dutyCalls } from '../schema.ts'
import type { ClockWork } from '../start-clock.ts'
import { readShifts } from './read-shifts.ts'
import { tellCalled } from './tell-called.ts'

/** Who is called at a mark; `mark` is `raised` for the first call of a page. */
export type DutyCall = Pick<ClockMarkPassed, 'store' | 'clock' | 'round' | 'mark'> & {
  step: string
  level: DutyLevel
  /** What it is about, for those who are called. */
  title: string
}

/** Those who answer for a shop when nobody is on duty: its heads of operations, else the owner of the installation. */
async function lastResort(tx: RecordTx, store: string): Promise<string[]> {
  const heads = await tx
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.store, store), eq(members.role, 'operations'), isNull(users.disabledAt)))
    .orderBy(asc(users.email))
  if (heads.length > 0) return heads.map(({ email }) => email)
  const owners = await tx.select({ email: users.email }).from(users).where(eq(users.isOwner, true))
  return owners.map(({ email }) => email)
}

/** Calls the people on duty at a level, on the page and by every channel that is on, and notes whom. Shape: their e-mails or names as the rota has them. */
export async function callDuty(context: Context, { tx, record }: ClockWork, call: DutyCall): Promise<string[]> {
  const { level, title, ...key } = call
  const [store] = await tx.select().from(stores).where(eq(stores.id, key.store))
  if (!store) return []
  const shifts = await readShifts(context, store, tx)
  const at = context.clock.now()
  const called = calledFor(level, { shifts, at: at.getTime(), lastResort: await lastResort(tx, key.store) })
  if (called.people.length === 0) return []
  const rows = called.people.map((person) => ({ ...key, person, level: called.level, calledAt: at }))
  await tx.insert(dutyCalls).values(rows).onConflictDoNothing()
  await tellCalled(context, tx, { store, clock: key.clock, ...called, title, at })
  const after = { level: called.level, mark: key.mark, people: called.people.length }
  await record({ store: key.store, actor: 'system', action: 'call', subject: `clocks/${key.clock}`, after })
  return [...called.people]
}

const levelIn = (tells: string | null): DutyLevel | null => DUTY_LEVELS.find((level) => level === tells) ?? null

/** An escalation calls the people on duty at its level (P7.09). */
export const CALL_DUTY: ClockListener = {
  id: 'call-duty',
  async hear(context, work, { store, clock, step, round, mark, tells, title }) {
    const level = levelIn(tells)
    if (level) await callDuty(context, work, { store, clock, step: step.id, round, mark, level, title })
  },
}
