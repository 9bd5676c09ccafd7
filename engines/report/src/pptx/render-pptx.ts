import type { ReportDocument } from '../document.ts'
import type { Links } from '../links.ts'
import { drawChart, drawGantt } from '../office/draw-chart.ts'
import { figuresInRow } from '../office/figures-in-row.ts'
import { fixedBytes } from '../office/fixed-bytes.ts'
import { type Deck, openDeck, type Slide } from '../office/open-deck.ts'
import {
  ACCENT,
  ACCENT_SOFT,
  AMBER,
  AMBER_SOFT,
  FONT,
  INK,
  INK_FAINT,
  INK_SOFT,
  LINE,
  SUNKEN,
  WHITE,
} from '../office/theme.ts'
import { BODY_W, layOutSlides, leadHeight, PAGE, type SlideBody, type SlidePlan, TEXT_FONT } from './lay-out-slides.ts'

type Shown = { document: ReportDocument; links: Links | undefined }
type Body<Kind extends SlideBody['kind']> = Extract<SlideBody, { kind: Kind }>

const left = PAGE.margin

function drawCover(deck: Deck, document: ReportDocument): void {
  const slide = deck.addSlide()
  slide.background = { color: WHITE }
  slide.addShape('rect', { x: 0, y: 0, w: 0.28, h: PAGE.h, fill: { color: ACCENT } })
  const text = { x: 1, w: PAGE.w - 2, fontFace: FONT }
  slide.addText(document.title, { ...text, y: 2.2, h: 1.1, fontSize: 40, bold: true, color: INK })
  slide.addText(document.subtitle, { ...text, y: 3.3, h: 0.6, fontSize: 20, color: INK_SOFT })
  const facts = document.facts.map(({ label, value }) => `${label}  ${value}`).join('\n')
  slide.addText(facts, {
    ...text,
    y: 4.4,
    h: 1.8,
    fontSize: 14,
    color: INK_FAINT,
    valign: 'top',
    lineSpacingMultiple: 1.4,
  })
}

/** A chapter of fewer slides needs none before it: its name stands above each. */
const DIVIDED_SLIDES = 3

function drawDivider(deck: Deck, title: string, number: number): void {
  const slide = deck.addSlide()
  slide.background = { color: ACCENT_SOFT }
  slide.addText(String(number).padStart(2, '0'), {
    x: 1,
    y: 2.3,
    w: 4,
    h: 0.9,
    fontFace: FONT,
    fontSize: 44,
    bold: true,
    color: ACCENT,
  })
  slide.addText(title, { x: 1, y: 3.2, w: PAGE.w - 2, h: 1, fontFace: FONT, fontSize: 34, bold: true, color: INK })
}

/** A slide has no room for an address behind every figure: it leads to the document, where each has one. */
const SOURCES = { zh: '各数字的来源', en: 'Where the figures come from' }

function drawFrame(slide: Slide, plan: SlidePlan, { document, links }: Shown): number {
  slide.addText(plan.chapter, {
    x: left,
    y: 0.3,
    w: BODY_W,
    h: 0.3,
    fontFace: FONT,
    fontSize: 11,
    color: INK_FAINT,
    margin: 0,
  })
  slide.addText(plan.title, {
    x: left,
    y: 0.58,
    w: BODY_W,
    h: 0.6,
    fontFace: FONT,
    fontSize: 24,
    bold: true,
    color: INK,
    margin: 0,
    fit: 'shrink',
  })
  const footer = { y: 7.05, h: 0.28, fontFace: FONT, fontSize: 9, color: INK_FAINT, margin: 0 }
  slide.addText(document.title, { ...footer, x: left, w: BODY_W - 4 })
  if (links)
    slide.addText([{ text: SOURCES[document.language], options: { hyperlink: { url: links.page } } }], {
      ...footer,
      x: PAGE.w - PAGE.margin - 3.7,
      w: 3,
      align: 'right',
    })
  slide.slideNumber = {
    x: PAGE.w - PAGE.margin - 0.6,
    y: 7.05,
    w: 0.6,
    h: 0.28,
    fontFace: FONT,
    fontSize: 9,
    color: INK_FAINT,
    align: 'right',
  }
  if (plan.lead === '') return PAGE.bodyTop
  const h = leadHeight(plan.lead)
  slide.addText(plan.lead, {
    x: left,
    y: PAGE.bodyTop,
    w: BODY_W,
    h,
    fontFace: FONT,
    fontSize: TEXT_FONT,
    color: INK_SOFT,
    valign: 'top',
    margin: 0,
  })
  return PAGE.bodyTop + h
}

function drawFigures(slide: Slide, { items }: Body<'figures'>, top: number): void {
  const columns = figuresInRow(items.length)
  const [w, h] = [(BODY_W - (columns - 1) * 0.2) / columns, 1.75]
  for (const [i, { label, value, note }] of items.entries()) {
    const x = left + (i % columns) * (w + 0.2)
    const y = top + 0.1 + Math.floor(i / columns) * (h + 0.2)
    slide.addShape('roundRect', {
      x,
      y,
      w,
      h,
      rectRadius: 0.08,
      fill: { color: SUNKEN },
      line: { color: LINE, width: 0.75 },
    })
    const inner = { x: x + 0.18, w: w - 0.36, fontFace: FONT, margin: 0 }
    slide.addText(label, { ...inner, y: y + 0.15, h: 0.35, fontSize: 12, color: INK_FAINT, fit: 'shrink' })
    slide.addText(value, { ...inner, y: y + 0.5, h: 0.6, fontSize: 26, bold: true, color: INK, fit: 'shrink' })
    slide.addText(note, { ...inner, y: y + 1.12, h: 0.5, fontSize: 11, color: INK_SOFT, valign: 'top' })
  }
}

function drawTable(slide: Slide, { columns, widths, font, rows, heights }: Body<'table'>, top: number): void {
  const cell = {
    fontFace: FONT,
    fontSize: font,
    valign: 'middle' as const,
    margin: [3, 7, 3, 7] as [number, number, number, number],
  }
  const header = columns.map(({ title, align }) => ({
    text: title,
    options: { ...cell, align, bold: true, color: INK_SOFT, fill: { color: SUNKEN } },
  }))
  const body = rows.map(({ cells, depth, strong }) =>
    cells.map((text, i) => ({
      text: i === 0 ? `${'　'.repeat(depth)}${text}` : text,
      options: { ...cell, align: columns[i]?.align ?? 'left', color: INK, bold: strong },
    })),
  )
  slide.addTable([header, ...body], {
    x: left,
    y: top,
    w: BODY_W,
    colW: [...widths],
    rowH: [...heights],
    border: { type: 'solid', color: LINE, pt: 0.75 },
  })
}

function drawText(slide: Slide, { text, author }: Body<'text'>, top: number): void {
  slide.addText(text, {
    x: left + (author ? 0.25 : 0),
    y: top,
    w: BODY_W - (author ? 0.25 : 0),
    h: PAGE.bodyBottom - top,
    fontFace: FONT,
    fontSize: TEXT_FONT,
    color: INK,
    valign: 'top',
    margin: 0,
    lineSpacingMultiple: 1.15,
  })
  if (author)
    slide.addShape('rect', { x: left, y: top + 0.05, w: 0.05, h: PAGE.bodyBottom - top - 0.1, fill: { color: LINE } })
}

function drawMissing(slide: Slide, { texts }: Body<'missing'>, top: number): void {
  slide.addText(
    texts.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    {
      x: left,
      y: top + 0.1,
      w: BODY_W,
      h: Math.min(5, 0.6 + texts.length * 0.42),
      fontFace: FONT,
      fontSize: 14,
      color: AMBER,
      fill: { color: AMBER_SOFT },
      valign: 'middle',
      margin: 12,
    },
  )
}

function drawBody(slide: Slide, body: SlideBody, { document, top }: { document: ReportDocument; top: number }): void {
  const box = { x: left, y: top, w: BODY_W, h: PAGE.bodyBottom - top }
  if (body.kind === 'figures') drawFigures(slide, body, top)
  else if (body.kind === 'table') drawTable(slide, body, top)
  else if (body.kind === 'chart') drawChart(slide, body.block, document, box)
  else if (body.kind === 'gantt') drawGantt(slide, body.block, document, box)
  else if (body.kind === 'text') drawText(slide, body, top)
  else drawMissing(slide, body, top)
}

/**
 * The document as slides with native, editable charts. `at` is the instant the file says it was made; the same document
 * and instant give the same bytes. With `links` each slide leads to the document, where every figure leads on.
 */
export async function renderPptx(document: ReportDocument, at: string, links?: Links): Promise<Uint8Array> {
  const deck = openDeck()
  deck.title = document.title
  deck.author = deck.company = ''
  drawCover(deck, document)
  for (const [i, plans] of layOutSlides(document).entries()) {
    if (plans.length >= DIVIDED_SLIDES) drawDivider(deck, document.chapters[i]?.title ?? '', i + 1)
    for (const plan of plans) {
      const slide = deck.addSlide()
      drawBody(slide, plan.body, { document, top: drawFrame(slide, plan, { document, links }) })
    }
  }
  const bytes = await deck.write({ outputType: 'uint8array' })
  return fixedBytes(bytes as Uint8Array, at)
}
