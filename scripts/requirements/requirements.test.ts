import { describe, expect, test } from 'vitest'
import { countRows, findFalseClaims, trapIds } from './check-ledger.ts'
import { parseLedger, writeCarriers } from './ledger.ts'
import { collectCarriers, idsInTitles } from './test-titles.ts'

const ledger = (...rows: string[]): string =>
  ['# Ledger', '| Row | State | What | Carried by |', '| --- | --- | --- | --- |', ...rows, '- **X01** a trap'].join(
    '\n',
  )

// Titles are put together here, so that this file carries no row itself.
const titled = (call: string, id: string): string => `${call}('${'['}${id}] the rule', () => {})`

describe('the ledger', () => {
  test('a row keeps its text, Chinese and markup included', () => {
    const [row] = parseLedger(ledger('| P1.01 | open | 新锐国货 **Src** D0. **Test** C: exact. | |'))
    expect(row).toEqual({ id: 'P1.01', state: 'open', text: '新锐国货 **Src** D0. **Test** C: exact.', tests: [] })
  })

  test.each([
    ['an unknown state', '| P1.01 | finished | text | |', 'finished'],
    ['a row with a cell too few', '| P1.01 | open |', 'not a ledger row'],
  ])('%s is refused', (_name, line, message) => {
    expect(() => parseLedger(ledger(line))).toThrow(message)
  })

  test('a row may stand in the ledger once only', () => {
    expect(() => parseLedger(ledger('| P1.01 | open | a | |', '| P1.01 | done | b | |'))).toThrow('twice')
  })

  test('writing the carriers changes the last column of done and part rows and nothing else', () => {
    const before = ledger('| P1.01 | done | a | old.test.ts |', '| P1.02 | open | b | |')
    const carriers = new Map([
      ['P1.01', ['a.test.ts', 'b.test.ts']],
      ['P1.02', ['a.test.ts']],
    ])
    const after = writeCarriers(before, carriers)
    expect(parseLedger(after).map((row) => row.tests)).toEqual([['a.test.ts', 'b.test.ts'], []])
    expect(writeCarriers(after, carriers)).toBe(after)
  })
})

describe('titles', () => {
  test.each([
    ['a test', titled('test', 'P16.06'), ['P16.06']],
    ['a suite', titled('describe', 'P16.06'), ['P16.06']],
    ['two ids in one pair of brackets', titled('it', 'P16.06 P16.07'), ['P16.06', 'P16.07']],
    ['a table of cases', titled('test.each([\n  [1],\n])', 'P9.03'), ['P9.03']],
    ['a test that needs something present', titled('test.skipIf(!data)', 'P9.03'), ['P9.03']],
    ['a skipped test carries nothing', titled('test.skip', 'P9.03'), []],
    ['a test to be written carries nothing', titled('test.todo', 'P9.03'), []],
    ['a comment carries nothing', '// see [P9.03]', []],
    ['an id without brackets carries nothing', "test('P9.03 the rule', () => {})", []],
  ])('%s', (_name, source, ids) => {
    expect([...idsInTitles(source)]).toEqual(ids)
  })

  test('a row is carried by every file whose titles name it', () => {
    const files = new Map([
      ['b.test.ts', titled('test', 'P9.03')],
      ['a.test.ts', titled('test', 'P9.03')],
    ])
    expect(collectCarriers(files).get('P9.03')).toEqual(['a.test.ts', 'b.test.ts'])
  })
})

describe('claims', () => {
  const rows = parseLedger(
    ledger('| P1.01 | done | a | |', '| P1.02 | part | b | gone.test.ts |', '| P1.03 | open | c | |'),
  )

  test('rows are counted by state', () => {
    expect(countRows(rows)).toEqual({ total: 3, done: 1, part: 1, open: 1 })
  })

  test('a row called done without a test is named', () => {
    expect(findFalseClaims(rows, new Map(), new Set())[0]).toContain('P1.01 is called done')
  })

  test('a listed test that does not carry the row is named', () => {
    expect(findFalseClaims(rows, new Map([['P1.01', ['a.test.ts']]]), new Set())).toEqual([
      expect.stringContaining('P1.02 lists gone.test.ts'),
    ])
  })

  test('a title that names an unknown row is named with its file, a trap is known', () => {
    const carriers = new Map([
      ['P1.01', ['a.test.ts']],
      ['P1.02', ['gone.test.ts']],
      ['P99.01', ['a.test.ts']],
      ['X01', ['a.test.ts']],
    ])
    expect(findFalseClaims(rows, carriers, trapIds(ledger()))).toEqual([
      '[P99.01] in a.test.ts is no row of the ledger',
    ])
  })
})
