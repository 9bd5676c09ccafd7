import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  checkDocument,
  isFigure,
  type Reference,
  type ReportDocument,
  renderDocx,
  renderHtml,
  renderPptx,
} from '../src/index.ts'
import { sampleDocument } from './sample-document.ts'

const AT = '2026-12-01T02:00:00Z'
const RENDERERS = [
  ['text', renderDocx, 'word/document.xml'],
  ['slides', renderPptx, 'ppt/presentation.xml'],
] as const

/** Every opening tag is closed in its order: what an office program refuses to open is mostly this. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name, rest] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g)) {
    if (close) {
      if (open.pop() !== name) return false
    } else if (!rest?.endsWith('/')) open.push(name ?? '')
  }
  return open.length === 0
}

const textOf = (parts: Record<string, Uint8Array>, prefix: string): string =>
  Object.keys(parts)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.xml'))
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    .join('\n')
    .replace(/<[^>]+>/g, '')

test('the sample stands up to the check of documents', () => {
  expect(checkDocument(sampleDocument())).toEqual([])
})

describe.each(RENDERERS)('a document as %s', (_, render, main) => {
  test('is an office file whose parts are well formed and whose relations lead somewhere', async () => {
    const parts = unzipSync(await render(sampleDocument(), AT))
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
    expect(parts).toHaveProperty([main])
    for (const [name, bytes] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(name)) expect([name, isWellFormed(strFromU8(bytes))]).toEqual([name, true])
    const charts = Object.keys(parts).filter((name) => /charts\/_rels\//.test(name))
    for (const name of charts) {
      const [, target] = /Target="\.\.\/([^"]+)"/.exec(strFromU8(parts[name] ?? new Uint8Array())) ?? []
      expect(Object.keys(parts)).toContain(`${name.slice(0, name.indexOf('/'))}/${target}`)
    }
  })

  test('holds native charts with their figures in a sheet: bars, and the year’s events over a date axis', async () => {
    const parts = unzipSync(await render(sampleDocument(), AT))
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name))
    expect(charts.map((name) => name.split('/').at(-1))).toEqual(['chart1.xml', 'chart2.xml'])
    const [bars = '', gantt = ''] = charts.map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    expect(bars).toContain('2025 年')
    expect(bars).toContain('<c:v>12.345678</c:v>')
    expect(gantt).toContain('双11')
  })

  test('the same document at the same instant gives the same bytes', async () => {
    const [first, second] = [await render(sampleDocument(), AT), await render(sampleDocument(), AT)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('another figure gives another document', async () => {
    const changed = sampleDocument()
    const before = textOf(unzipSync(await render(changed, AT)), main.split('/')[0] ?? '')
    const text = textOf(unzipSync(await render({ ...changed, currency: 'GBP' }, AT)), main.split('/')[0] ?? '')
    expect(before).toContain('¥160万')
    expect(text).toContain('£160万')
  })
})

const LINKS = {
  page: 'http://shop.example/review/reports/a',
  of: (ref: Reference) => `http://shop.example/figure?of=${encodeURIComponent(JSON.stringify(ref))}&kind=${ref.kind}`,
}

/** Every figure of the document, wherever it stands, and every chart. */
function referencesOf(document: ReportDocument): Reference[] {
  return document.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block): Reference[] => {
      if (block.kind === 'paragraph')
        return block.sentences.flatMap(({ pieces }) => pieces.filter(isFigure).map(({ ref }) => ref))
      if (block.kind === 'figures') return block.items.map(({ figure }) => figure.ref)
      if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.filter(isFigure).map(({ ref }) => ref))
      return block.kind === 'chart' || block.kind === 'gantt' ? [block.ref] : []
    }),
  )
}

describe('figures of a file that leaves the system', () => {
  const escaped = (address: string): string => address.replaceAll('&', '&amp;')

  test('each lead to what stands behind it, in text and on a page', async () => {
    const document = sampleDocument()
    const parts = unzipSync(await renderDocx(document, AT, LINKS))
    const [text, relations] = ['word/document.xml', 'word/_rels/document.xml.rels'].map((name) =>
      strFromU8(parts[name] ?? new Uint8Array()),
    )
    const html = renderHtml(document, LINKS)
    const references = referencesOf(document)
    expect(references.length).toBeGreaterThan(5)
    expect([...(text ?? '').matchAll(/<w:hyperlink /g)].length).toBe(references.length)
    expect([...html.matchAll(/<a class="figure"/g)].length).toBe(references.length)
    for (const ref of references) {
      expect(relations).toContain(`Target="${escaped(LINKS.of(ref))}" TargetMode="External"`)
      expect(html).toContain(`href="${escaped(LINKS.of(ref))}"`)
    }
    for (const [, id] of (text ?? '').matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g))
      expect(relations).toContain(`Id="${id}"`)
  })

  test('each slide that shows one leads to the document, and the same bytes come again', async () => {
    const parts = unzipSync(await renderPptx(sampleDocument(), AT, LINKS))
    const textAt = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    const unlinked = slides.filter(
      (name) => !textAt(`${name.replace('slides/', 'slides/_rels/')}.rels`).includes(LINKS.page),
    )
    // The cover and the names of chapters show no figure.
    expect(unlinked.length).toBeLessThan(slides.length / 2)
    for (const name of unlinked) expect(textAt(name)).not.toMatch(/graphicFrame|¥/)
    for (const render of [renderDocx, renderPptx]) {
      const [first, second] = [await render(sampleDocument(), AT, LINKS), await render(sampleDocument(), AT, LINKS)]
      expect(Buffer.compare(first, second)).toBe(0)
    }
  })
})

test('a long table goes over several slides and loses no row', async () => {
  const parts = unzipSync(await renderPptx(sampleDocument(), AT))
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const tables = slides
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    .filter((xml) => xml.includes('目标值'))
  expect(tables.length).toBeGreaterThan(1)
  for (let row = 1; row < 30; row++)
    expect(tables.filter((xml) => xml.includes(`>　第 ${row} 项<`)).length, `row ${row}`).toBe(1)
})
