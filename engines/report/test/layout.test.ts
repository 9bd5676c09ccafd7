import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Block, figure, type ReportDocument, renderDocx } from '../src/index.ts'
import { columnPlan } from '../src/office/column-widths.ts'
import { figuresInRow } from '../src/office/figures-in-row.ts'
import { layOutSlides } from '../src/pptx/lay-out-slides.ts'
import { sampleDocument } from './sample-document.ts'

const ref = { kind: 'query', metrics: ['paid'], by: [], from: '2026-01-01', to: '2027-01-01' } as const
const words = (text: string): Block => ({ kind: 'paragraph', sentences: [{ pieces: [text] }] })
const heading = (text: string): Block => ({ kind: 'heading', text })
const table = (rows: number): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  title: '表',
  columns: [
    { title: '商品', align: 'left', width: 4 },
    { title: '支付买家数', align: 'right', width: 2 },
    { title: '变化', align: 'right', width: 2 },
  ],
  rows: Array.from({ length: rows }, (_, i) => ({
    cells: [`第 ${i} 款`, figure(1000 + i, 'count', ref), { ...figure(0.021, 'ratio', ref), as: 'growth' as const }],
  })),
})
const documentOf = (...chapters: Block[][]): ReportDocument => ({
  ...sampleDocument(),
  draft: false,
  chapters: chapters.map((blocks, i) => ({ id: String(i), title: `章 ${i}`, blocks })),
})
const slidesOf = (...blocks: Block[]) => layOutSlides(documentOf(blocks))[0] ?? []

describe('slides', () => {
  test('sentences below headings of their own introduce the next table, each with its heading, in place of slides', () => {
    const slides = slidesOf(
      heading('目标'),
      words('差得远。'),
      heading('指标'),
      words('走弱。'),
      heading('短板'),
      words('先补它。'),
      table(2),
    )
    expect(slides.map(({ lead }) => lead)).toEqual(['目标：差得远。\n指标：走弱。\n先补它。'])
  })

  test('a sentence with nothing after it keeps its slide', () => {
    const slides = slidesOf(table(2), heading('走势'), words('明年约 100 万。'))
    expect(slides.map(({ title, body }) => [title, body.kind])).toEqual([
      ['表', 'table'],
      ['走势', 'text'],
    ])
  })

  test('a short table has large letters, a long one the smallest, and none is taller than its slide', () => {
    const fontsOf = (rows: number) =>
      slidesOf(table(rows)).flatMap(({ body }) =>
        body.kind === 'table' ? [{ font: body.font, heights: body.heights }] : [],
      )
    const [short, long] = [fontsOf(3), fontsOf(60)]
    expect(short[0]?.font).toBe(15)
    expect(long[0]?.font).toBe(10.5)
    for (const { heights } of [...short, ...long])
      expect(heights.reduce((sum, h) => sum + h, 0)).toBeLessThanOrEqual(5.5)
  })
})

test('cards stand in rows without a lonely last one', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(figuresInRow)).toEqual([1, 2, 3, 4, 3, 3, 4, 4])
})

test('a column’s title stands on one line where there is room for it', () => {
  const given = { total: 9638, em: 180, padding: 230, form: 'exact' } as const
  const { widths, scale } = columnPlan(table(3), documentOf([]), given)
  expect(scale).toBe(1)
  expect(widths[1]).toBeGreaterThanOrEqual(5 * 180 * 1.22 + 230 - 1)
})

describe('a text document', () => {
  test('only its first chapter begins a page: a chapter of one sentence does not leave a page white', async () => {
    const parts = unzipSync(
      await renderDocx(documentOf([table(2)], [words('没有数据。')], [words('没有数据。')]), '2026-12-01T02:00:00Z'),
    )
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect([...body.matchAll(/<w:pageBreakBefore\/>/g)]).toHaveLength(1)
  })

  test('movements carry their sign', async () => {
    const parts = unzipSync(await renderDocx(documentOf([table(1)]), '2026-12-01T02:00:00Z'))
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('+2.1%')
  })
})
