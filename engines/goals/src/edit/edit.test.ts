import { describe, expect, it } from 'vitest'
import { goal, METRICS, month } from '../../test/support/sample-goals.ts'
import type { Goal } from '../goal.ts'
import { type Absorb, type CellEdit, editGoals } from './edit-goals.ts'

const year = (): Goal[] => [
  goal('year', { target: 600 }),
  month('year', '2027-Q1', 300),
  month('year', '2027-Q2', 300),
  month('2027-Q1', '2027-01', 100),
  month('2027-Q1', '2027-02', 100),
  month('2027-Q1', '2027-03', 100),
]

async function edited(edits: CellEdit[], absorb: Absorb, goals = year()): Promise<Record<string, number> | string[]> {
  const result = await editGoals(goals, METRICS, { edits, absorb })
  if (!result.ok) return result.error.code === 'conflict' ? [...result.error.goals] : [result.error.code]
  return Object.fromEntries(result.value.changes.map((c) => [c.id, c.after]))
}

describe('editing cells of the tree', () => {
  it.each<[string, CellEdit[], Absorb, Record<string, number> | string[]]>([
    [
      'the siblings give way',
      [{ id: '2027-01', target: 120 }],
      'siblings',
      { '2027-01': 120, '2027-02': 90, '2027-03': 90 },
    ],
    [
      'the totals above follow',
      [{ id: '2027-01', target: 120 }],
      'ancestors',
      { '2027-01': 120, '2027-Q1': 320, year: 620 },
    ],
    ['nobody does', [{ id: '2027-01', target: 120 }], 'nobody', { '2027-01': 120 }],
    [
      'the parts of an edited goal follow it',
      [{ id: '2027-Q1', target: 330 }],
      'siblings',
      { '2027-Q1': 330, '2027-Q2': 270, '2027-01': 110, '2027-02': 110, '2027-03': 110 },
    ],
    [
      'a block of cells',
      [
        { id: '2027-01', target: 50 },
        { id: '2027-02', target: 60 },
      ],
      'siblings',
      { '2027-01': 50, '2027-02': 60, '2027-03': 190 },
    ],
    [
      'a block that leaves the siblings no room',
      [
        { id: '2027-01', target: 200 },
        { id: '2027-02', target: 150 },
      ],
      'siblings',
      ['2027-Q1', '2027-01', '2027-02'],
    ],
    [
      'locks are not moved',
      [
        { id: '2027-02', locked: true },
        { id: '2027-01', target: 120 },
      ],
      'siblings',
      { '2027-01': 120, '2027-03': 80 },
    ],
    [
      'a cap below the target brings it down',
      [
        { id: '2027-01', cap: 80 },
        { id: '2027-02', target: 100 },
      ],
      'siblings',
      { '2027-01': 80, '2027-03': 120 },
    ],
    [
      'a cap alone brings its target down',
      [{ id: '2027-01', cap: 80 }],
      'siblings',
      { '2027-01': 80, '2027-02': 110, '2027-03': 110 },
    ],
    ['an unknown cell', [{ id: 'nowhere', target: 1 }], 'siblings', ['unknown_goal']],
  ])('%s', async (_, edits, absorb, expected) => {
    expect(await edited(edits, absorb)).toEqual(expected)
  })

  it('a blanked cell stays blank and opens its sum, whatever else is edited', async () => {
    const result = await editGoals(year(), METRICS, {
      edits: [
        { id: '2027-02', target: null },
        { id: '2027-Q2', target: 310 },
      ],
      absorb: 'siblings',
    })
    expect(result.ok && result.value.blanked).toEqual(['2027-02'])
    expect(result.ok && result.value.changes.map((c) => [c.id, c.after])).toEqual([
      ['2027-Q1', 290],
      ['2027-Q2', 310],
    ])
  })

  it('everything unlocked moves a little when the difference is shared', async () => {
    const moved = await edited([{ id: '2027-01', target: 160 }], 'both')
    expect(Object.keys(moved).sort()).toEqual(['2027-01', '2027-02', '2027-03', '2027-Q1', '2027-Q2', 'year'].sort())
  })
})
