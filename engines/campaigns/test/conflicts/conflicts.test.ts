import { addDays, parseDay } from '@zhanggui/kernel'
import type { Rule } from '@zhanggui/promotion'
import { describe, expect, it } from 'vitest'
import {
  type CampaignTask,
  type CampaignView,
  type Contact,
  findConflicts,
  isBlocking,
  type SlotBooking,
  sayConflict,
} from '../../src/index.ts'

const DAY = parseDay('2026-09-16')
const view = (id: string, more: Partial<CampaignView> = {}): CampaignView => ({
  id,
  name: id,
  from: DAY,
  to: addDays(DAY, 3),
  itemIds: [],
  rules: [],
  tasks: [],
  contacts: [],
  slots: [],
  ...more,
})
const price = (priceCents: number, more: Partial<Rule> = {}): Rule => ({
  ruleId: 'r',
  name: '活动价',
  mechanic: 'fixedPrice',
  params: { prices: [{ skuId: 'cream', priceCents }] },
  scope: { skuIds: ['cream'] },
  when: { from: '2026-09-15T16:00:00.000Z', until: '2026-09-18T16:00:00.000Z' },
  ...more,
})
const contacts = (...days: number[]) =>
  days.map((day, i) => ({
    id: `c${i}`,
    body: {
      title: '短信',
      channel: 'sms',
      audience: '老客',
      people: 1000,
      at: `${addDays(DAY, day)}T02:00:00.000Z`,
    } satisfies Contact,
  }))
const slot = (position: string): { id: string; body: SlotBooking } => ({
  id: 's',
  body: {
    title: '焦点图',
    kind: 'focusImage',
    position,
    from: '2026-09-16T00:00:00.000Z',
    until: '2026-09-17T00:00:00.000Z',
    owner: '',
    costCents: null,
    creative: '',
    items: [],
    auction: null,
    outcome: null,
  },
})
const tasks = (count: number, person = '李运营') =>
  Array.from({ length: count }, (_, i) => ({
    id: `t${i}`,
    body: {
      title: '任务',
      team: 'operations',
      phase: 'preheat',
      accountable: person,
      responsible: [],
      consulted: [],
      informed: [],
      startDay: DAY,
      dueDay: DAY,
      workdays: 1,
      dependsOn: [],
      deliverable: '',
      action: null,
      started: null,
      finished: null,
    } satisfies CampaignTask,
  }))

const codes = (own: Partial<CampaignView>, other: Partial<CampaignView>) =>
  findConflicts(view('a', own), [view('b', other)]).map(({ code }) => code)

describe('the conflict check', () => {
  it.each([
    ['the same goods on the same days', { itemIds: ['cream'] }, { itemIds: ['cream'] }, ['same_sku']],
    [
      'the same goods one after the other',
      { itemIds: ['cream'] },
      { itemIds: ['cream'], from: addDays(DAY, 3), to: addDays(DAY, 5) },
      [],
    ],
    ['other goods on the same days', { itemIds: ['cream'] }, { itemIds: ['serum'] }, []],
    ['two prices of one SKU at a time', { rules: [price(9900)] }, { rules: [price(8900)] }, ['incompatible_prices']],
    ['the same price twice', { rules: [price(9900)] }, { rules: [price(9900)] }, []],
    [
      'two prices one after the other',
      { rules: [price(9900)] },
      { rules: [price(8900, { when: { from: '2026-09-18T16:00:00.000Z' } })] },
      [],
    ],
    ['the same slot at a time', { slots: [slot('首焦 1')] }, { slots: [slot('首焦 1')] }, ['slot_taken']],
    ['two slots', { slots: [slot('首焦 1')] }, { slots: [slot('首焦 2')] }, []],
    ['two messages a day', { contacts: contacts(0) }, { contacts: contacts(0) }, ['contact_overload']],
    ['four messages a week', { contacts: contacts(0, 2) }, { contacts: contacts(1, 6) }, ['contact_overload']],
    ['three messages a week', { contacts: contacts(0, 2) }, { contacts: contacts(4) }, []],
    ['four messages in more than a week', { contacts: contacts(0, 2) }, { contacts: contacts(7, 9) }, []],
    ['seven pieces of work at once', { tasks: tasks(4) }, { tasks: tasks(3) }, ['team_overload']],
    ['six pieces of work at once', { tasks: tasks(3) }, { tasks: tasks(3) }, []],
    ['seven pieces of work of two people', { tasks: tasks(4) }, { tasks: tasks(3, '王运营') }, []],
  ] as const)('[P3.28] %s', (_what, own, other, found) => expect(codes(own, other)).toEqual(found))

  it('[P3.28] what cannot stand comes first and blocks; each says what to do in both languages', () => {
    const own = view('a', {
      itemIds: ['cream'],
      rules: [price(9900)],
      slots: [slot('首焦 1')],
      contacts: contacts(0),
      tasks: tasks(4),
    })
    const other = view('b', {
      itemIds: ['cream'],
      rules: [price(8900)],
      slots: [slot('首焦 1')],
      contacts: contacts(0),
      tasks: tasks(4),
    })
    const found = findConflicts(own, [other])
    expect(found.map((one) => [one.code, isBlocking(one)])).toEqual([
      ['incompatible_prices', true],
      ['slot_taken', true],
      ['same_sku', false],
      ['contact_overload', false],
      ['team_overload', false],
    ])
    for (const one of found) {
      const { zh, en } = sayConflict(one, (id) => id)
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN/)
      expect(zh).toMatch(/：/)
    }
  })
})
