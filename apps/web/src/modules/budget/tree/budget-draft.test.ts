import type { BudgetLine, BudgetRules } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { addLine, changeLine, isDirty, openDraft, removeLine, takeLines, treeRows, undo } from './budget-draft.ts'

const RULES = { feeRatioMaxBp: 1800, stages: [] } as unknown as BudgetRules
const line = (id: string, parentId: string | null = null, more: Partial<BudgetLine> = {}): BudgetLine => ({
  id,
  parentId,
  name: id,
  kind: 'spend',
  channel: null,
  period: '2027',
  eventId: null,
  shareBp: null,
  shareBase: null,
  amountCents: null,
  owner: null,
  note: '',
  ...more,
})
const STORED = { lines: [line('all'), line('a', 'all'), line('a1', 'a'), line('b', 'all')], rules: RULES }
const open = () => openDraft(STORED)

describe('a budget that is edited', () => {
  test('an amount entered over a share replaces it, and a share over an amount', () => {
    const shared = changeLine(open(), 'a', { shareBp: 4000 })
    expect(shared.lines[1]).toMatchObject({ shareBp: 4000, shareBase: 'parent', amountCents: null })
    const amount = changeLine(shared, 'a', { amountCents: 100 })
    expect(amount.lines[1]).toMatchObject({ shareBp: null, shareBase: null, amountCents: 100 })
  })

  test('a share at the top is of the total', () => {
    expect(changeLine(open(), 'all', { shareBp: 100 }).lines[0]?.shareBase).toBe('total')
  })

  test('a line goes with everything below it, and comes back with undo', () => {
    const without = removeLine(open(), 'a')
    expect(without.lines.map((l) => l.id)).toEqual(['all', 'b'])
    expect(undo(without).lines).toEqual(STORED.lines)
    expect(isDirty(without, STORED)).toBe(true)
    expect(isDirty(undo(without), STORED)).toBe(false)
  })

  test('a new line takes the period of its parent', () => {
    const draft = addLine(changeLine(open(), 'a', { period: '2027-Q2' }), { id: 'n', parentId: 'a', year: 2027 })
    expect(draft.lines.at(-1)).toMatchObject({ id: 'n', parentId: 'a', period: '2027-Q2' })
  })

  test('a pasted block replaces the budget, or hangs under a line', () => {
    expect(takeLines(open(), [line('x')], 'replace').lines.map((l) => l.id)).toEqual(['x'])
    const under = takeLines(open(), [line('x'), line('y', 'x')], { parentId: 'b' })
    expect(under.lines.slice(-2).map((l) => l.parentId)).toEqual(['b', 'x'])
  })

  test('rows stand as a tree; a line whose parent is gone stands at the top', () => {
    const rows = treeRows([...STORED.lines, line('lost', 'nobody')])
    expect(rows.map(({ line: l, depth }) => [l.id, depth])).toEqual([
      ['all', 0],
      ['a', 1],
      ['a1', 2],
      ['b', 1],
      ['lost', 0],
    ])
  })
})
