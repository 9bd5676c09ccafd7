import { describe, expect, test } from 'vitest'
import { judgeReminder, type ReminderPlan, recoveredMoney, reminderInstants } from '../../src/index.ts'

const MINUTE = 60_000
const PLAN: ReminderPlan = {
  part: 'whole',
  afterMinutes: [10],
  beforeEndMinutes: [5],
  quietFrom: 0,
  quietUntil: 0,
  perDay: 2,
  holdOutBp: 2000,
}
/** Midnight of day one is instant 0, so a minute of the day is the instant's own. */
const minuteOf = (at: number): number => Math.floor(at / MINUTE) % 1440
const at = (hour: number, minute = 0): number => (hour * 60 + minute) * MINUTE
const plan = (more: Partial<ReminderPlan>): ReminderPlan => ({ ...PLAN, ...more })

describe('[P7.10] when a reminder is due', () => {
  const rows: [string, Partial<ReminderPlan>, [number, number], number[]][] = [
    ['after a wait and before the end', {}, [at(10), at(10, 30)], [at(10, 10), at(10, 25)]],
    ['none once the order has ended', { afterMinutes: [10, 40] }, [at(10), at(10, 30)], [at(10, 10), at(10, 25)]],
    ['not before it can be paid', { beforeEndMinutes: [90] }, [at(10), at(10, 30)], [at(10, 10)]],
    ['two at one instant are one', { beforeEndMinutes: [20] }, [at(10), at(10, 30)], [at(10, 10)]],
    [
      'quiet hours over midnight hold it until they are over',
      { quietFrom: 22 * 60, quietUntil: 8 * 60, afterMinutes: [10, 60], beforeEndMinutes: [] },
      [at(22, 30), at(33)],
      [at(32)],
    ],
    [
      'what the quiet hours would hold beyond the end is left out',
      { quietFrom: 22 * 60, quietUntil: 8 * 60 },
      [at(23), at(23, 30)],
      [],
    ],
    [
      'the first minute of quiet hours is quiet, the last is over',
      { quietFrom: 600, quietUntil: 660, afterMinutes: [0], beforeEndMinutes: [] },
      [at(10), at(12)],
      [at(11)],
    ],
  ]
  test.each(rows)('%s', (_rule, more, [opensAt, endsAt], expected) => {
    expect(reminderInstants(plan(more), { opensAt, endsAt }, minuteOf)).toEqual(expected)
  })
})

describe('[P7.10] what becomes of a reminder whose instant has come', () => {
  const WAITING = { isWaiting: true, isPaymentUnsure: false, isHeld: false, sentToday: 0 }
  const rows: [string, Partial<typeof WAITING>, string][] = [
    ['who has not paid is spoken to', {}, 'send'],
    ['who has paid is not, whatever else holds', { isWaiting: false, isHeld: true, sentToday: 9 }, 'stop'],
    ['the draw comes before the limits, so that groups stay alike', { isHeld: true, sentToday: 9 }, 'held'],
    ['while money may be on its way it waits', { isPaymentUnsure: true }, 'later'],
    ['two messages a day are enough', { sentToday: 2 }, 'limit'],
    ['one of two is not', { sentToday: 1 }, 'send'],
  ]
  test.each(rows)('%s', (_rule, more, expected) => {
    expect(judgeReminder(PLAN, { ...WAITING, ...more })).toBe(expected)
  })
})

describe('[P7.10] money recovered', () => {
  test('is the difference of the means, over all who were reminded, with its bounds', () => {
    // 4 reminded paid 100, 100, 0, 100; 4 left alone 100, 0, 0, 0: 75 − 25 a person, four people.
    const money = recoveredMoney({ people: 4, sum: 300, squares: 30_000 }, { people: 4, sum: 100, squares: 10_000 })
    expect(money).toMatchObject({ cents: 200, treatedPerPerson: 75, heldPerPerson: 25 })
    // Welch: both variances 2500, standard error √(2500/4 + 2500/4) = 35.36, six degrees of freedom, 2.4469.
    expect(money.lowCents).toBe(Math.round(4 * (50 - 2.446912 * Math.sqrt(1250))))
    expect(money.highCents).toBe(Math.round(4 * (50 + 2.446912 * Math.sqrt(1250))))
  })

  test('is unknown, not zero, without people left alone', () => {
    expect(recoveredMoney({ people: 3, sum: 300, squares: 30_000 }, { people: 0, sum: 0, squares: 0 })).toMatchObject({
      cents: null,
      lowCents: null,
      highCents: null,
    })
  })
})
