import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  actOnEntry,
  type CampaignTask,
  checkTask,
  type EntryAct,
  entriesOf,
  handOvers,
  PHASE_ACTIONS,
  taskNetwork,
} from '../../src/index.ts'
import { draftOf } from '../support/campaign.ts'

const TASK: CampaignTask = {
  title: '页面设计',
  team: 'design',
  phase: 'preheat',
  accountable: '周设计',
  responsible: ['小林'],
  consulted: [],
  informed: [],
  startDay: null,
  dueDay: parseDay('2026-09-01'),
  workdays: 2,
  dependsOn: [],
  deliverable: '',
  action: null,
  started: null,
  finished: null,
}
const codes = (more: Partial<CampaignTask>) =>
  checkTask({ id: 'a', body: { ...TASK, ...more } }, new Set(['a', 'b'])).map(({ code }) => code)

describe('the work of a campaign', () => {
  it.each([
    ['as it should be', {}, []],
    ['nobody accountable', { accountable: '' }, ['no_accountable']],
    ['the accountable one does it alone', { responsible: [] }, []],
    ['whoever works on it is only informed', { informed: ['小林'] }, ['informed_works_on_it']],
    ['begun after it is due', { startDay: parseDay('2026-09-02') }, ['starts_after_due']],
    ['waits for another', { dependsOn: ['b'] }, []],
    ['waits for itself', { dependsOn: ['a'] }, ['unknown_dependency']],
    ['waits for one that is not there', { dependsOn: ['c'] }, ['unknown_dependency']],
  ] as const)('[P3.21] a task: %s', (_what, more, found) => expect(codes(more)).toEqual(found))

  it('[P3.22] critical path and slack of a known network are exact', () => {
    const task = (id: string, workdays: number, dependsOn: string[]) => ({ id, body: { ...TASK, workdays, dependsOn } })
    const network = taskNetwork([task('a', 3, []), task('b', 2, ['a']), task('c', 4, ['a']), task('d', 1, ['b', 'c'])])
    if (!network.ok) throw new Error(network.error.code)
    expect([
      network.value.workdays,
      network.value.tasks.map(({ id, slack, critical }) => [id, slack, critical]),
    ]).toEqual([
      8,
      [
        ['a', 0, true],
        ['b', 2, false],
        ['c', 0, true],
        ['d', 0, true],
      ],
    ])
  })

  it('[P3.22] the delay of a hand-over runs from the end of the last task it waited for to its own start', () => {
    const done = (hour: number) => ({ at: `2026-09-01T${String(hour).padStart(2, '0')}:00:00.000Z`, by: '甲' })
    const list = [
      { id: 'a', body: { ...TASK, finished: { ...done(1), proof: 'x' } } },
      { id: 'b', body: { ...TASK, finished: { ...done(4), proof: 'x' } } },
      { id: 'c', body: { ...TASK, team: 'technology' as const, dependsOn: ['a', 'b'], started: done(10) } },
      { id: 'd', body: { ...TASK, dependsOn: ['b'] } },
      { id: 'e', body: { ...TASK, dependsOn: ['c'] } },
    ]
    expect(
      handOvers(list, '2026-09-01T12:00:00.000Z').map(({ from, to, hours, open }) => [from, to, hours, open]),
    ).toEqual([
      ['b', 'd', 8, true],
      ['b', 'c', 6, false],
    ])
  })

  it('[P3.22] a task is not done before what it waits for, nor without what shows it', () => {
    const act: EntryAct = {
      action: 'finish',
      at: '2026-09-01T00:00:00.000Z',
      by: '甲',
      note: '链接',
      passed: true,
      detectSeconds: null,
      startSeconds: null,
      restoreSeconds: null,
    }
    const entry = { kind: 'task', id: 'a', body: { ...TASK, dependsOn: ['b'] } } as const
    const code = (given: EntryAct, finished: string[]) => {
      const acted = actOnEntry(entry, given, new Set(finished))
      return acted.ok ? 'ok' : acted.error[0]?.code
    }
    expect([code(act, []), code({ ...act, note: '' }, ['b']), code(act, ['b'])]).toEqual([
      'dependency_open',
      'no_proof',
      'ok',
    ])
  })
})

describe('the library of phase actions', () => {
  const { entries, windows } = draftOf('brandDay')
  const tasks = entriesOf(entries, 'task')
  const dueOf = (id: string) => tasks.find((task) => task.id === id)?.body.dueDay

  it('[P3.17] [P3.18] [P3.19] [P3.20] the actions of a phase are due within it or on the days before it', () => {
    expect(tasks.length).toBeGreaterThan(25)
    for (const action of PHASE_ACTIONS) {
      const due = dueOf(action.id)
      const own = windows.filter(({ phase }) => phase === action.phase)
      const [first, last] = [own[0], own.at(-1)]
      if (!due || !first || !last) continue
      if (action.phase === 'burst') expect([action.id, due < first.from]).toEqual([action.id, true])
      else expect([action.id, due >= first.from && due < last.to]).toEqual([action.id, true])
    }
  })

  it.each([
    ['unpaidChase', '2026-09-17'],
    ['refunds', '2026-09-19'],
    ['roiReview', '2026-09-19'],
    ['runSheetReady', '2026-09-15'],
    ['encore', '2026-09-20'],
  ])('[P3.19] of a main day on 16 September %s is due on %s', (id, day) => expect(dueOf(id)).toBe(day))

  it('[P3.21] every task of a template has a team and somebody accountable, and waits for tasks that are there', () => {
    const ids = new Set(tasks.map(({ id }) => id))
    expect(tasks.flatMap((task) => checkTask(task, ids))).toEqual([])
    expect(new Set(tasks.map(({ body }) => body.team)).size).toBeGreaterThanOrEqual(7)
  })

  it('the work of a template has no circle', () => expect(taskNetwork(tasks)).toMatchObject({ ok: true }))
})
