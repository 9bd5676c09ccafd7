import { type Block, type Figure, isFigure, type Reference, type ReportDocument, type Sentence } from './document.ts'
import { sentenceText } from './sentence.ts'

export const DOCUMENT_FAULT_CODES = [
  'claimWithoutNumbers',
  'figureWithoutSource',
  'emptyChapter',
  'missingInFinal',
  'raggedTable',
  'notANumber',
] as const
export type DocumentFaultCode = (typeof DOCUMENT_FAULT_CODES)[number]

/** One thing that may not stand in a document; `text` is what stands there. */
export type DocumentFault = { code: DocumentFaultCode; chapter: string; text: string }

/** Words that say something moved, or stands above or below something else. */
const CHANGE =
  /增长|上涨|上升|下降|下滑|下跌|提升|提高|改善|好转|恶化|减少|翻番|翻倍|显著|大幅|稳步|高于|低于|优于|领先|落后|同比|环比|\b(?:grew|growth|rose|rising|fell|falling|increas\w+|decreas\w+|improv\w+|declin\w+|higher|lower|significant\w*|steadil\w+|outperform\w*)\b/i

const hasSource = (ref: Reference): boolean => {
  if (ref.kind === 'query') return ref.metrics.length > 0 && ref.from < ref.to
  return ref.kind === 'plan' ? ref.part !== '' : ref.resource !== ''
}

const isClaimed = ({ claim, pieces }: Sentence): boolean =>
  claim !== undefined && claim.metric !== '' && claim.period !== '' && claim.comparison !== '' && pieces.some(isFigure)

function figuresOf(block: Block): Figure[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.flatMap(({ pieces }) => pieces.filter(isFigure))
    case 'figures':
      return block.items.map(({ figure }) => figure)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.filter(isFigure))
    case 'chart':
      return block.series.flatMap(({ values }) =>
        values.map((value): Figure => ({ value, unit: block.unit, ref: block.ref })),
      )
    default:
      return []
  }
}

function* blockFaults(block: Block, document: ReportDocument): Generator<Omit<DocumentFault, 'chapter'>> {
  if (block.kind === 'paragraph')
    for (const sentence of block.sentences) {
      const text = sentenceText(sentence, document)
      if (CHANGE.test(text) && !isClaimed(sentence)) yield { code: 'claimWithoutNumbers', text }
    }
  if (block.kind === 'missing' && !document.draft) yield { code: 'missingInFinal', text: block.text }
  if (block.kind === 'table' && block.rows.some(({ cells }) => cells.length !== block.columns.length))
    yield { code: 'raggedTable', text: block.title }
  for (const { value, ref, unit } of figuresOf(block)) {
    if (!hasSource(ref)) yield { code: 'figureWithoutSource', text: `${value} (${unit})` }
    if (value !== null && !Number.isFinite(value)) yield { code: 'notANumber', text: `${value} (${unit})` }
  }
}

/**
 * What may not stand in a document (P14.18): a sentence that claims a change without metric, period, comparison and a figure;
 * a figure without a source; an empty chapter; something missing in a final document. Shape: empty when all is well.
 */
export function checkDocument(document: ReportDocument): DocumentFault[] {
  return document.chapters.flatMap((chapter) => {
    const empty: DocumentFault[] =
      chapter.blocks.length === 0 ? [{ code: 'emptyChapter', chapter: chapter.id, text: chapter.title }] : []
    const inside = chapter.blocks.flatMap((block) => [...blockFaults(block, document)])
    return [...empty, ...inside.map((fault) => ({ ...fault, chapter: chapter.id }))]
  })
}
