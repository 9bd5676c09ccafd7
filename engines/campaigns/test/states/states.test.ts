import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  CAMPAIGN_STATES,
  type CampaignFacts,
  type CampaignPlace,
  type CampaignState,
  entryChecks,
  moveCampaign,
  nextPlace,
} from '../../src/index.ts'
import { draftOf, factsOf } from '../support/campaign.ts'

const draft = draftOf('categoryDay')
const { windows } = draft
const place = (state: CampaignState, wave = 1): CampaignPlace => ({ state, wave })
const late = { day: parseDay('2027-01-01'), minute: 0 }
const facts = factsOf(draft)

const reds = (given: CampaignFacts, state: CampaignState): string[] =>
  entryChecks(given, place(state))
    .filter((check) => check.state === 'red')
    .flatMap(({ id, reasons }) => reasons.map(({ code }) => `${id}: ${code}`))

describe('the states of a campaign', () => {
  it('[P3.15] a campaign goes draft → approved → its phases in order → archived, and nowhere else', () => {
    const way: string[] = []
    for (let at: CampaignPlace | null = place('draft'); at; at = nextPlace(windows, at)) way.push(at.state)
    expect(way).toEqual(['draft', 'approved', 'preheat', 'burst', 'closing', 'longTail', 'review', 'archived'])
  })

  it('[P3.15] every other move is refused with the one that is possible', () => {
    for (const from of CAMPAIGN_STATES)
      for (const to of CAMPAIGN_STATES) {
        const possible = nextPlace(windows, place(from))
        if (possible?.state === to) continue
        expect(moveCampaign({ windows, from: place(from), to: place(to), moment: late, checks: [] })).toEqual({
          ok: false,
          error: { code: 'illegal_move', from: place(from), asked: place(to), possible },
        })
      }
  })

  it('[P3.15] a phase is not entered a minute before its time', () => {
    const begins = windows.find(({ phase }) => phase === 'burst')?.from ?? late.day
    const move = (minute: number) =>
      moveCampaign({ windows, from: place('preheat'), to: place('burst'), moment: { day: begins, minute }, checks: [] })
        .ok
    expect([move(-1), move(0)]).toEqual([false, true])
  })

  it('[P3.15] with every check green each state is entered; what is red is named', () => {
    for (const state of ['approved', 'preheat', 'closing', 'longTail', 'review'] as const) {
      if (state === 'preheat') continue
      expect([state, reds(facts, state)]).toEqual([state, []])
    }
    expect(reds(facts, 'burst')).toEqual([])
    expect(reds(facts, 'archived')).toEqual(['review: no_review'])
  })

  it.each([
    ['goal', { goal: { goals: [], targetCents: null } }],
    ['audience', { audience: '' }],
    ['theme', { theme: '' }],
    ['goods', { goods: [] }],
    ['gameplay', { promotions: [] }],
    ['channels', { channels: [] }],
    ['budget', { budgetCents: null }],
    ['team', { team: [] }],
    ['plansB', { plansB: [] }],
  ] as const)('[P3.15] a campaign without %s is not approved', (code, more) => {
    expect(reds({ ...facts, plan: { ...facts.plan, ...more } }, 'approved')).toEqual([`content: ${code}`])
  })

  it('[P3.21] nothing is approved while a task has nobody accountable', () => {
    const [first, ...rest] = facts.tasks
    if (!first) throw new Error('there are tasks')
    const orphan = { ...first, body: { ...first.body, accountable: '' } }
    expect(reds({ ...facts, tasks: [orphan, ...rest] }, 'approved')).toEqual(['work: no_accountable'])
  })

  it('[P3.28] a clash blocks the approval', () => {
    const clashes = [{ code: 'same_sku', zh: '同款', en: 'same' }]
    expect(reds({ ...facts, clashes }, 'approved')).toEqual(['clashes: same_sku'])
  })

  it('[P3.18] closing waits for the run sheet to end', () => {
    const run = facts.run.map((item, i) => (i === 0 ? { ...item, body: { ...item.body, ended: null } } : item))
    expect(reds({ ...facts, run }, 'closing')).toEqual(['runSheet: run_item_open'])
  })

  it.each([
    [{ unpaid: 0, refunds: 0, escalated: 0 }, []],
    [{ unpaid: 2, refunds: 1, escalated: 2 }, ['afterSale: after_sale_open']],
    [{ unpaid: 2, refunds: 1, escalated: 3 }, []],
  ] as const)('[P3.19] unpaid and refunds are at zero or escalated before the long tail: %o', (afterSale, found) => {
    expect(reds({ ...facts, afterSale }, 'longTail')).toEqual(found)
  })
})
