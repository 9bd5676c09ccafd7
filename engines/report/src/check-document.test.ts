import { expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { type Block, figure, type Reference, type ReportDocument } from './document.ts'

const query: Reference = { kind: 'query', metrics: ['paid'], by: [], from: '2026-01-01', to: '2027-01-01' }
const claim = { metric: 'paid', period: '2026', comparison: '2025' }

const documentOf = (blocks: Block[], draft = false): ReportDocument => ({
  title: '计划',
  subtitle: '',
  language: 'zh',
  currency: 'CNY',
  draft,
  facts: [],
  chapters: [{ id: 'market', title: '市场', blocks }],
})
const codes = (blocks: Block[], draft?: boolean) => checkDocument(documentOf(blocks, draft)).map(({ code }) => code)
const says = (...pieces: (string | ReturnType<typeof figure>)[]): Block => ({
  kind: 'paragraph',
  sentences: [{ pieces }],
})

test.each(['销售额显著增长。', '转化率稳步提升。', '表现优于行业。', 'Sales grew strongly.', 'CVR improved.'])(
  '[P14.18] "%s" is refused: it needs metric, period, comparison and a figure',
  (text) => {
    expect(codes([says(text)])).toEqual(['claimWithoutNumbers'])
  },
)

test('[P14.18] the same claim with its metric, period, comparison and figure stands', () => {
  const sentence = { pieces: ['支付金额同比增长 ', figure(0.3, 'ratio', query), '。'], claim }
  expect(codes([{ kind: 'paragraph', sentences: [sentence] }])).toEqual([])
})

test('[P14.18] metric and period without a figure are no proof', () => {
  expect(codes([{ kind: 'paragraph', sentences: [{ pieces: ['支付金额增长。'], claim }] }])).toEqual([
    'claimWithoutNumbers',
  ])
})

test('a plain statement needs no claim', () => {
  expect(codes([says('全年目标 ', figure(200_000_000, 'money', query), '。')])).toEqual([])
})

test('a figure without a source is found wherever it stands', () => {
  const nowhere = figure(1, 'count', { kind: 'query', metrics: [], by: [], from: '2026-01-01', to: '2027-01-01' })
  const columns = [{ title: 'a', align: 'right', width: 1 }] as const
  expect(codes([{ kind: 'table', title: 't', columns, rows: [{ cells: [nowhere] }] }])).toEqual(['figureWithoutSource'])
  expect(codes([{ kind: 'figures', items: [{ label: 'a', figure: nowhere, note: '' }] }])).toEqual([
    'figureWithoutSource',
  ])
})

test('what is missing may stand in a draft only', () => {
  const missing: Block = {
    kind: 'missing',
    text: '还没有预算',
    ref: { kind: 'plan', part: 'budget', id: null, field: null },
  }
  expect(codes([missing], true)).toEqual([])
  expect(codes([missing])).toEqual(['missingInFinal'])
})

test('an empty chapter, a ragged table and a value that is no number are found', () => {
  expect(codes([])).toEqual(['emptyChapter'])
  const columns = [{ title: 'a', align: 'left', width: 1 }] as const
  expect(codes([{ kind: 'table', title: 't', columns, rows: [{ cells: ['x', 'y'] }] }])).toEqual(['raggedTable'])
  expect(
    codes([{ kind: 'figures', items: [{ label: 'a', figure: figure(Number.NaN, 'count', query), note: '' }] }]),
  ).toEqual(['notANumber'])
})
