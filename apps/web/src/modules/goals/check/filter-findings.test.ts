import type { CheckedFinding } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { filterFindings, groupFindings, verdictOf } from './filter-findings.ts'
import { finding } from './finding-sample.ts'

const accepted = { by: '林晓', at: '2026-12-01T00:00:00.000Z', reason: '已议', version: 1 }
const findings = [
  finding(1, { level: 'warning', at: { part: 'header', id: null, field: 'market' } }),
  finding(2),
  finding(3, { level: 'note', at: { part: 'tasks', id: 't', field: 'evidence' }, acknowledged: accepted }),
  finding(4, { at: { part: 'budget', id: 'b', field: 'shareBp' }, rule: 'budget-excess', rows: ['X02'] }),
]
const numbers = (list: readonly CheckedFinding[]) => list.map(({ number }) => number)

test('findings are grouped by level, worst first, then by part; what was accepted comes last', () => {
  expect(groupFindings(findings).map(({ state, part, findings: of }) => [state, part, numbers(of)])).toEqual([
    ['error', 'goals', [2]],
    ['error', 'budget', [4]],
    ['warning', 'header', [1]],
    ['acknowledged', 'tasks', [3]],
  ])
})

test('a filter of level, part and words narrows them; words are looked for in both languages, rules and rows', () => {
  expect(numbers(filterFindings(findings, { level: 'error', part: null, search: '' }))).toEqual([2, 4])
  expect(numbers(filterFindings(findings, { level: null, part: 'budget', search: '' }))).toEqual([4])
  expect(numbers(filterFindings(findings, { level: 'acknowledged', part: null, search: '' }))).toEqual([3])
  expect(numbers(filterFindings(findings, { level: null, part: null, search: 'x02' }))).toEqual([4])
  expect(numbers(filterFindings(findings, { level: null, part: null, search: '月活' }))).toHaveLength(4)
})

test('the verdict is the worst that is open', () => {
  expect(verdictOf({ error: 1, warning: 1, note: 0, acknowledged: 0 })).toBe('blocked')
  expect(verdictOf({ error: 0, warning: 1, note: 1, acknowledged: 0 })).toBe('open')
  expect(verdictOf({ error: 0, warning: 0, note: 1, acknowledged: 0 })).toBe('onlyNotes')
  expect(verdictOf({ error: 0, warning: 0, note: 0, acknowledged: 3 })).toBe('passed')
})
