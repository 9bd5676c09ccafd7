import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSample } from './parse-sample.ts'
import { RecordSplitter } from './split-records.ts'

/** Runs a text through the splitter in pieces of the given sizes. */
function split(text: string, sizes: readonly number[] = []) {
  const splitter = new RecordSplitter(',')
  const bytes = Buffer.from(text)
  const batches = []
  let at = 0
  for (const size of sizes) {
    batches.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))))
    at += size
  }
  batches.push(...splitter.push(Buffer.from(bytes.subarray(at))), ...splitter.finish())
  return {
    text: Buffer.concat(batches.map((b) => b.bytes)).toString('utf8'),
    records: batches.reduce((n, b) => n + b.records, 0),
    faults: splitter.faults,
    steps: splitter.lineSteps,
  }
}

describe('records are cut the way people mean them', () => {
  test.each([
    ['plain lines', 'a,b\nc,d\n', 'a,b\nc,d\n', 2, []],
    ['no line end at the end', 'a,b\nc,d', 'a,b\nc,d\n', 2, []],
    ['CR LF', 'a,b\r\nc,d\r\n', 'a,b\r\nc,d\r\n', 2, []],
    ['a line break in quotes', 'a,"x\ny"\nc,d\n', 'a,"x\ny"\nc,d\n', 2, []],
    ['doubled quotes', '"a ""b""",c\n', '"a ""b""",c\n', 1, []],
    ['a quote inside a bare cell is a letter', '12" screen,b\r\n', '"12"" screen",b\r\n', 1, []],
    ['also in the last cell', 'a,12"\r\nc,d\n', 'a,"12"""\r\nc,d\n', 2, []],
    ['a quoted word within a cell', '"12" screen,b\n', '"12 screen",b\n', 1, []],
    ['an open quote costs its line', 'a,"b\nc,d\ne,f\n', 'c,d\ne,f\n', 2, [{ line: 1, code: 'unbalanced_quote' }]],
    [
      'an open quote that meets a later one',
      'a,"b\nc,d"x,e\ng,h\n',
      'c,"d""x",e\ng,h\n',
      2,
      [{ line: 1, code: 'unbalanced_quote' }],
    ],
    ['blank lines stay, for the line numbers', 'a\n\nb\n', 'a\n\nb\n', 3, []],
  ])('%s', (_, given, text, records, faults) => {
    expect(split(given)).toMatchObject({ text, records, faults })
  })

  test('a record over 1 MB is refused and reading goes on', () => {
    const long = 'x'.repeat(3 * 1024 * 1024)
    const found = split(`a,b\n${long},c\nd,e\n`, [10, 1_000_000, 1_000_000, 1_000_000])
    expect(found).toMatchObject({ text: 'a,b\nd,e\n', records: 2, faults: [{ line: 2, code: 'record_too_long' }] })
  })

  test.each([
    [
      'title, header and first row with line breaks',
      'title\n"a\nb",c\n"1\n2",3\n"4\n5",6\n',
      2,
      ['title\n', '"a\nb",c\n'],
    ],
    ['two title rows with line breaks', '"t\nu"\n"v\nw"\na\n1\n', 3, ['"t\nu"\n', '"v\nw"\n', 'a\n1\n']],
  ])('headings with line breaks are handed on apart: %s', (_, text, headings, first) => {
    const splitter = new RecordSplitter(',', headings)
    const batches = [...splitter.push(Buffer.from(text)), ...splitter.finish()]
    expect(batches.slice(0, first.length).map((batch) => batch.bytes.toString())).toEqual(first)
  })

  test('lines are told apart from records', () => {
    expect(split('h\n"a\nb"\nc\n').steps).toEqual([
      { record: 0, line: 1 },
      { record: 2, line: 4 },
    ])
  })
})

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '中'), maxLength: 6 })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })

test('well-formed CSV passes untouched, however it is chopped up', () => {
  fc.assert(
    fc.property(table, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }), (rows, sizes) => {
      const text = rows.map((r) => `${r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\n`).join('')
      const found = split(text, sizes)
      expect(found).toMatchObject({ text, records: rows.length, faults: [] })
      expect(parseSample(found.text, ',', 100)).toEqual(rows)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('any text at all gives the same records in one piece and in many', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 })
  fc.assert(
    fc.property(anything, fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 30 }), (text, sizes) => {
      const [whole, pieces] = [split(text), split(text, sizes)]
      expect(pieces.text).toBe(whole.text)
      expect(pieces.records).toBe(whole.records)
      expect(pieces.faults).toEqual(whole.faults)
    }),
    { seed: 12, numRuns: 1000 },
  )
})

test('whatever comes in, records can be told apart by counting quotes, which is how the engine reads in parallel', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '中'), maxLength: 60 })
  fc.assert(
    fc.property(anything, (text) => {
      const found = split(text)
      let [records, quotes] = [0, 0]
      for (const letter of found.text) {
        if (letter === '"') quotes++
        else if (letter === '\n' && quotes % 2 === 0) records++
      }
      expect({ records, open: quotes % 2 }).toEqual({ records: found.records, open: 0 })
    }),
    { seed: 12, numRuns: 2000 },
  )
})
