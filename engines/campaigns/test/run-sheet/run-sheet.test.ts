import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { dueItems, entriesOf, type RunItem, runSheetView, shiftItems, type WithId } from '../../src/index.ts'
import { draftOf } from '../support/campaign.ts'

const START = Date.parse('2026-11-10T12:00:00.000Z')
const at = (minute: number) => new Date(START + minute * 60_000).toISOString()
const item = (id: string, minute: number, more: Partial<RunItem> = {}): WithId<RunItem> => ({
  id,
  body: {
    title: id,
    at: at(minute),
    minutes: 5,
    team: 'operations',
    owner: '',
    action: 'manual',
    promotion: null,
    playbook: null,
    check: '',
    dependsOn: [],
    firedAt: null,
    ended: null,
    ...more,
  },
})
const ended = (mark: 'done' | 'skipped' | 'failed', minute: number) => ({ at: at(minute), by: '甲', mark, note: '' })

/** Runs the sheet by the minute; what the clock fires is written down, and nothing else is kept between minutes. */
function play(sheet: readonly WithId<RunItem>[], minutes: readonly number[]): string[] {
  let items = [...sheet]
  const fired: string[] = []
  for (const minute of minutes)
    for (let due = dueItems(items, at(minute))[0]; due; due = dueItems(items, at(minute))[0]) {
      const { id } = due
      fired.push(id)
      items = items.map((one) =>
        one.id === id ? item(id, 0, { ...one.body, firedAt: at(minute), ended: ended('done', minute) }) : one,
      )
    }
  return fired
}

describe('the run sheet on the clock', () => {
  it('[P3.18] items fire at their minute and in order, each once', () => {
    const sheet = [item('c', 30), item('a', 0), item('b', 10), item('b2', 10)]
    expect(play(sheet, [-1, 0, 5, 10, 29, 30, 31])).toEqual(['a', 'b', 'b2', 'c'])
  })

  it('[P3.18] what a standstill missed fires first and in order, and nothing twice', () => {
    const sheet = [item('a', 0), item('b', 10), item('c', 20), item('d', 90)]
    expect(play(sheet, [0, 60, 90])).toEqual(['a', 'b', 'c', 'd'])
  })

  it('[P3.18] over random sheets and standstills every item fires once, never before its minute, in the order of the sheet', () => {
    const rng = createRng('run sheet')
    for (let i = 0; i < 60; i++) {
      const sheet = Array.from({ length: 12 }, (_, n) => item(`i${String(n).padStart(2, '0')}`, rng.int(120)))
      const minutes = Array.from({ length: 130 }, (_, m) => m).filter((m) => m === 129 || rng.next() > 0.4)
      const expected = sheet
        .toSorted((a, b) => Date.parse(a.body.at) - Date.parse(b.body.at) || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id)
      expect(play(sheet, minutes)).toEqual(expected)
    }
  })

  it('[P3.18] an item does not fire before what it waits for is done or skipped; a failure holds it', () => {
    const sheet = (mark: 'done' | 'skipped' | 'failed') => [
      item('a', 0, { firedAt: at(0), ended: ended(mark, 1) }),
      item('b', 5, { dependsOn: ['a'] }),
    ]
    const due = (mark: 'done' | 'skipped' | 'failed') => dueItems(sheet(mark), at(6)).map(({ id }) => id)
    expect([due('done'), due('skipped'), due('failed')]).toEqual([['b'], ['b'], []])
  })

  it('[P3.18] the view says what is on now, what comes next, and what is late by how many minutes', () => {
    const sheet = [
      item('done', 0, { firedAt: at(0), ended: ended('done', 9) }),
      item('late', 5, { firedAt: at(5) }),
      item('on', 18, { firedAt: at(18) }),
      item('held', 19, { dependsOn: ['late'] }),
      item('next', 30),
    ]
    const { lines, now, next } = runSheetView(sheet, at(20))
    expect(lines.map(({ id, state, lateMinutes }) => [id, state, lateMinutes])).toEqual([
      ['done', 'done', 4],
      ['late', 'late', 10],
      ['on', 'running', 0],
      ['held', 'waiting', 0],
      ['next', 'planned', 0],
    ])
    expect([now.map(({ id }) => id), next?.id]).toEqual([['late', 'on', 'held'], 'next'])
  })

  it('a delay moves what is still to come, and nothing that is over', () => {
    const sheet = [item('a', 0, { firedAt: at(0) }), item('b', 10), item('c', 20)]
    expect(shiftItems(sheet, { fromAt: at(10), minutes: 15 }).map(({ id, body }) => [id, body.at])).toEqual([
      ['b', at(25)],
      ['c', at(35)],
    ])
  })

  it('[P3.18] the burst day of a template has focus image, bids, live, flash sale and chase, in minutes from the opening', () => {
    const run = entriesOf(draftOf('newLaunch').entries, 'run')
    const rules = run.find(({ id }) => id === 'rulesOn')
    expect(rules?.body.at).toBe('2026-09-16T12:00:00.000Z')
    const large = entriesOf(draftOf('brandDay').entries, 'run').map(({ id }) => id)
    expect(large).toEqual(expect.arrayContaining(['focusImage', 'bidsUp', 'liveOn', 'flashSale', 'dmpChase']))
  })
})
