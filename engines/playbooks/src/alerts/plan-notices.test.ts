import { describe, expect, test } from 'vitest'
import { type NoticeIncident, type NoticeQuestion, planNotices, type QuietTime, type Silence } from '../index.ts'

const incident = (id: string, more: Partial<NoticeIncident> = {}): NoticeIncident => ({
  id,
  causeKey: id,
  severity: 'warning',
  owners: ['media'],
  rules: [id],
  openedAt: 0,
  acknowledgedAt: null,
  resolvedAt: null,
  ...more,
})

const NOON = { weekday: 3, minuteOfDay: 720 }
const plan = (incidents: NoticeIncident[], more: Partial<NoticeQuestion> = {}) =>
  planNotices({ incidents, sent: new Set(), at: 0, local: NOON, quietTimes: [], silences: [], ...more })

/** Asked minute by minute, remembering what was told. */
function told(incidentAt: (minute: number) => NoticeIncident, minutes: readonly number[]): string[] {
  const sent = new Set<string>()
  return minutes.flatMap((at) => {
    const { notices, dropped } = plan([incidentAt(at)], { at, sent })
    for (const key of [...notices.flatMap(({ items }) => items.map((item) => item.key)), ...dropped]) sent.add(key)
    return notices.flatMap(({ to, items }) => items.map(({ stage }) => `${at} ${stage} → ${to}`))
  })
}

describe('who is told, and how often', () => {
  test('[P9.07] a storm of incidents is one message to each owner', () => {
    const storm = Array.from({ length: 400 }, (_, n) =>
      incident(`i${n}`, { owners: n % 2 ? ['media'] : ['products', 'media'] }),
    )
    const { notices } = plan(storm)
    expect(notices.map(({ to, items }) => [to, items.length]).sort()).toEqual([
      ['media', 400],
      ['products', 200],
    ])
  })

  test('[P9.07] each owner is told once that it began, once that it got worse and once that it ended', () => {
    const course = (at: number): NoticeIncident =>
      incident('x', { severity: at < 2 ? 'info' : 'critical', acknowledgedAt: 3, resolvedAt: at < 5 ? null : 5 })
    expect(told(course, [0, 1, 2, 3, 4, 5, 6])).toEqual([
      '0 opened → media',
      '2 worsened → media',
      '5 resolved → media',
    ])
  })

  test('[P9.07] what nobody acknowledges goes up the ladder, each step once; acknowledged, it stops there', () => {
    const grave = (acknowledgedAt: number | null) => () => incident('x', { severity: 'critical', acknowledgedAt })
    expect(told(grave(null), [0, 4, 5, 9, 15, 60])).toEqual([
      '0 opened → media',
      '5 escalated → operations',
      '15 escalated → owner',
    ])
    expect(told((at) => grave(at >= 6 ? 6 : null)(), [0, 5, 6, 15, 60])).toEqual([
      '0 opened → media',
      '5 escalated → operations',
    ])
  })

  test('who was never told that it began is not told that it ended', () => {
    expect(plan([incident('x', { resolvedAt: 3 })]).notices).toEqual([])
  })
})

describe('quiet times', () => {
  const night: QuietTime = {
    id: 'night',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: 22 * 60,
    to: 8 * 60,
    effect: 'hold',
    exceptFrom: 'critical',
    rules: [],
  }
  const at = (weekday: number, hour: number) => ({ weekday, minuteOfDay: hour * 60 })

  test('[P9.07] at night messages wait for the morning, across midnight and the week’s end; grave ones do not', () => {
    const asked = (weekday: number, hour: number, severity: NoticeIncident['severity'] = 'warning') =>
      plan([incident('x', { severity })], { local: at(weekday, hour), quietTimes: [night] }).notices.length
    expect([asked(7, 23), asked(1, 3), asked(1, 8), asked(1, 21)]).toEqual([0, 0, 1, 1])
    expect(asked(1, 3, 'critical')).toBe(1)
  })

  test('what passed during the night is not told in the morning', () => {
    const over = incident('x', { resolvedAt: 60 })
    expect(plan([over], { local: at(2, 9), quietTimes: [night] }).notices).toEqual([])
  })

  test('alerts only in business hours: the rest of the week is quiet', () => {
    const evenings: QuietTime = {
      ...night,
      id: 'evenings',
      weekdays: [1, 2, 3, 4, 5],
      from: 18 * 60,
      to: 9 * 60,
      exceptFrom: null,
    }
    const weekend: QuietTime = { ...evenings, id: 'weekend', weekdays: [6, 7], from: 0, to: 0 }
    const asked = (weekday: number, hour: number) =>
      plan([incident('x')], { local: at(weekday, hour), quietTimes: [evenings, weekend] }).notices.length
    expect([asked(1, 10), asked(1, 19), asked(5, 17), asked(6, 12), asked(7, 12)]).toEqual([1, 0, 1, 0, 0])
  })

  test('a maintenance window drops what falls into it, for its rules only, and tells nothing later', () => {
    const repair: QuietTime = {
      ...night,
      id: 'repair',
      weekdays: [2],
      from: 60,
      to: 180,
      effect: 'drop',
      exceptFrom: null,
      rules: ['uv'],
    }
    const during = { local: at(2, 2), quietTimes: [repair] }
    const { notices, dropped } = plan([incident('uv'), incident('paid')], during)
    expect([notices.flatMap(({ items }) => items.map((item) => item.incident)), dropped]).toEqual([
      ['paid'],
      ['uv/opened-warning/media'],
    ])
    expect(
      plan([incident('uv')], { sent: new Set(dropped), at: 600 }).notices.flatMap(({ items }) =>
        items.map(({ stage }) => stage),
      ),
    ).toEqual(['escalated'])
  })

  test('[P9.07] a silence ends by itself, and what it hid is told then if it still is', () => {
    const silence: Silence = { id: 's', rule: null, causeKey: 'x', until: 10 }
    const asked = (minute: number) =>
      plan([incident('x'), incident('y')], { at: minute, silences: [silence] }).notices[0]?.items.map(
        (item) => item.incident,
      )
    expect([asked(9), asked(10)]).toEqual([['y'], ['x', 'y']])
  })
})
