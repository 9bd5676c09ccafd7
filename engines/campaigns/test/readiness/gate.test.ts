import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { blockersOfGo, type CampaignFacts, entryChecks } from '../../src/index.ts'
import { draftOf, factsOf } from '../support/campaign.ts'

const facts = factsOf(draftOf('categoryDay'))
const burst = { state: 'burst', wave: 1 } as const
const reds = (more: Partial<CampaignFacts>) =>
  entryChecks({ ...facts, ...more }, burst)
    .filter(({ state }) => state === 'red')
    .map(({ id }) => id)

const done = { at: '2026-09-15T10:00:00.000Z', by: '李运营' }
const drill = {
  id: 'd',
  body: {
    title: '断货',
    scenario: 'stock-out',
    phase: 'burst',
    owner: '李运营',
    dueDay: parseDay('2026-09-10'),
    held: null,
  },
} as const
const held = { ...done, detectSeconds: 30, startSeconds: 90, restoreSeconds: 600, passed: true, lessons: '' }
const training = {
  id: 't',
  body: {
    title: '客服培训',
    team: 'service',
    phase: 'burst',
    day: parseDay('2026-09-12'),
    trainer: '陈',
    topics: '',
    attendeesMin: 2,
    passScore: 80,
    attendees: [],
  },
} as const
const there = (name: string, score: number | null) => ({ name, present: true, score })

describe('the gate before a burst', () => {
  it('[P15.10] with everything in order there is no red item', () => expect(reds({})).toEqual([]))

  it.each([
    ['tasks', { tasks: facts.tasks.map((t) => ({ ...t, body: { ...t.body, finished: null } })) }],
    ['stockCount', { attestations: [] }],
    ['training', { trainings: [training] }],
    ['pages', { pages: facts.pages.map((p) => ({ ...p, body: { ...p.body, tests: [] } })) }],
    ['rules', { promotions: [{ id: 'p1', name: '满减', state: 'draft', errors: 0 }] }],
    ['rules', { promotions: [{ id: 'p1', name: '满减', state: 'approved', errors: 1 }] }],
    ['drills', { drills: [drill] }],
    ['signatures', { signatures: [] }],
  ] as const)('[P15.10] one red item blocks: %s', (id, more) => expect(reds(more)).toEqual([id]))

  it.each([
    ['stockCount', 'stockCount'],
    ['loadTest', 'loadTest'],
    ['rota', 'rota'],
    ['plansB', 'plansB'],
  ] as const)('[P15.10] before a large push somebody vouches for %s', (kind, id) => {
    const large = { ...facts.plan, size: 'large' as const }
    const all = (['stockCount', 'loadTest', 'rota', 'plansB'] as const).filter((k) => k !== kind)
    const attestations = all.map((k) => ({
      id: k,
      body: {
        kind: k,
        phase: 'burst' as const,
        owner: '郑',
        dueDay: parseDay('2026-09-15'),
        target: '',
        result: { ...done, passed: true, evidence: '单' },
      },
    }))
    const red = entryChecks({ ...facts, plan: large, attestations }, burst).filter((c) => c.state === 'red')
    expect(red.map((c) => c.id).filter((c) => c !== 'signatures')).toEqual([id])
  })

  it('[P15.10] the newest word of a team counts, and a no go blocks', () => {
    const go = {
      ...done,
      phase: 'burst',
      wave: 1,
      team: 'operations',
      name: '李运营',
      decision: 'go',
      note: '',
    } as const
    const noGo = { ...go, decision: 'noGo', note: '库存没到', at: '2026-09-15T11:00:00.000Z' } as const
    expect(reds({ signatures: [go, noGo] })).toEqual(['signatures'])
    expect(reds({ signatures: [noGo, { ...go, at: '2026-09-15T12:00:00.000Z' }] })).toEqual([])
    expect(reds({ signatures: [{ ...go, wave: 2 }] })).toEqual(['signatures'])
  })

  it('[P15.10] nobody says go while an item is red', () => {
    expect(blockersOfGo({ ...facts, attestations: [], signatures: [] }, burst).map(({ id }) => id)).toEqual([
      'stockCount',
    ])
  })

  it.each([
    ['nobody there', [], true],
    ['too few there', [there('甲', 90)], true],
    ['one below the pass mark', [there('甲', 90), there('乙', 79)], true],
    ['one without a result', [there('甲', 90), there('乙', null)], true],
    ['enough there and all passed', [there('甲', 90), there('乙', 80)], false],
    [
      'an absent person does not count against it',
      [there('甲', 90), there('乙', 80), { name: '丙', present: false, score: null }],
      false,
    ],
  ] as const)('[P3.25] missing training blocks go: %s', (_what, attendees, blocks) => {
    expect(reds({ trainings: [{ ...training, body: { ...training.body, attendees } }] })).toEqual(
      blocks ? ['training'] : [],
    )
  })

  it('[P15.11] an overdue drill blocks go, a held one does not, a failed one does', () => {
    const withHeld = (passed: boolean) => [{ ...drill, body: { ...drill.body, held: { ...held, passed } } }]
    expect([reds({ drills: [drill] }), reds({ drills: withHeld(true) }), reds({ drills: withHeld(false) })]).toEqual([
      ['drills'],
      [],
      ['drills'],
    ])
  })
})
