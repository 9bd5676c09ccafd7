import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TextRun,
} from 'docx'
import type { Block, ReportDocument } from '../document.ts'
import type { Links } from '../links.ts'
import type { ChartBlock, GanttBlock } from '../office/draw-chart.ts'
import { fixedBytes, officeFile, officeParts } from '../office/fixed-bytes.ts'
import { nativeCharts } from '../office/native-charts.ts'
import { ACCENT, AMBER, AMBER_SOFT, FONT, INK_FAINT, INK_SOFT } from '../office/theme.ts'
import { FigureLinks } from './figure-links.ts'
import { HAIR, type Part, paragraph, paragraphOf, runs, TEXT_WIDTH } from './paragraphs.ts'
import { type ChartSize, chartMark, putCharts } from './put-charts.ts'
import { figuresOf, tableOf } from './tables.ts'

type Chart = ChartBlock | GanttBlock

const INCHES = TEXT_WIDTH / 1440

const CHART_SIZE: ChartSize = { w: INCHES, h: 3.3 }
/** A row of bars needs its height, else their names run into each other; a page holds so many. */
const GANTT_ROW_INCHES = 0.3
const GANTT_ROWS = 26
/** Title and chart are one paragraph: no page break comes between them. */
const chartPlace = (block: Chart, index: number, links: FigureLinks): Part[] => [
  new Paragraph({
    children: [
      ...links.linked(runs(block.title, { size: 21, bold: true, color: INK_SOFT }), block.ref),
      new TextRun({ text: chartMark(index), break: 1 }),
    ],
    spacing: { before: 160, after: 160 },
  }),
]

const sizeOf = (block: Chart): ChartSize =>
  block.kind === 'gantt' ? { w: INCHES, h: 0.8 + block.rows.length * GANTT_ROW_INCHES } : CHART_SIZE

/** A gantt longer than a page is several. */
const pagedBlock = (block: Block): Block[] =>
  block.kind === 'gantt'
    ? Array.from({ length: Math.ceil(block.rows.length / GANTT_ROWS) }, (_, i) => ({
        ...block,
        rows: block.rows.slice(i * GANTT_ROWS, (i + 1) * GANTT_ROWS),
      }))
    : [block]

/** Words right above a figure, a table or a chart are read with it and do not stay behind on the page before. */
const isShown = (block: Block | undefined): boolean =>
  block?.kind === 'table' || block?.kind === 'chart' || block?.kind === 'figures'

/** What a document is written into: its charts, and where its figures lead. */
type Writing = { charts: Chart[]; links: FigureLinks }

function blockParts(block: Block, next: Block | undefined, document: ReportDocument, writing: Writing): Part[] {
  const { charts, links } = writing
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 200, after: 80 },
          children: runs(block.text, { size: 26, bold: true }),
        }),
      ]
    case 'paragraph':
      return [paragraphOf(links.sentences(block.sentences), { keepNext: isShown(next), keepLines: true })]
    case 'author':
      return block.text
        .split('\n')
        .map((line) =>
          paragraph(line, {}, { indent: { left: 240 }, border: { left: { ...HAIR, size: 18, space: 10 } } }),
        )
    case 'figures':
      return figuresOf(block.items, links)
    case 'table':
      return tableOf(block, document, links)
    case 'missing':
      return [
        paragraph(
          block.text,
          { color: AMBER },
          { shading: { type: ShadingType.CLEAR, fill: AMBER_SOFT, color: 'auto' } },
        ),
      ]
    default:
      return chartPlace(block, charts.push(block) - 1, links)
  }
}

function coverParts(document: ReportDocument): Part[] {
  return [
    paragraph(document.title, { size: 56, bold: true }, { spacing: { before: 2400, after: 200, line: 700 } }),
    paragraph(document.subtitle, { size: 28, color: INK_SOFT }, { spacing: { after: 600 } }),
    ...document.facts.map(({ label, value }) => paragraph(`${label}  ${value}`, { color: INK_FAINT })),
    paragraph('', {}, { spacing: { before: 400 } }),
    ...document.chapters.map(({ title }, i) => paragraph(`${i + 1}  ${title}`, { size: 24, color: ACCENT })),
  ]
}

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${title}  `, size: 16, color: INK_FAINT }),
          new TextRun({ children: [PageNumber.CURRENT], size: 16, color: INK_FAINT }),
        ],
      }),
    ],
  })

/**
 * The document as text with native, editable charts. `at` is the instant the file says it was made; the same document and
 * instant give the same bytes. With `to` every figure leads to what stands behind it.
 */
export async function renderDocx(document: ReportDocument, at: string, to?: Links): Promise<Uint8Array> {
  const charts: Chart[] = []
  const links = new FigureLinks(document, to)
  // Only the first chapter begins a page: one of a sentence would else leave the rest of its page white.
  const chapters = document.chapters.flatMap((chapter, i) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: i === 0,
      keepNext: true,
      spacing: { before: i === 0 ? 0 : 560, after: 240 },
      children: runs(`${i + 1}  ${chapter.title}`, { size: 36, bold: true }),
    }),
    ...chapter.blocks
      .flatMap(pagedBlock)
      .flatMap((block, at, blocks) => blockParts(block, blocks[at + 1], document, { charts, links })),
  ])
  const file = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT } } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footer(document.title) },
        children: [...coverParts(document), ...chapters],
      },
    ],
  })
  const natives = await nativeCharts(charts, document, at)
  const sized = natives.map((chart, i) => ({ ...chart, size: charts[i] ? sizeOf(charts[i]) : CHART_SIZE }))
  const parts = putCharts(officeParts(new Uint8Array(await Packer.toArrayBuffer(file))), sized)
  return fixedBytes(officeFile(links.addTo(parts)), at)
}
