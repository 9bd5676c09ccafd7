export { checkDocument, DOCUMENT_FAULT_CODES, type DocumentFault, type DocumentFaultCode } from './check-document.ts'
export {
  type Block,
  type ChartSeries,
  type Claim,
  type Figure,
  figure,
  isFigure,
  type Language,
  type Piece,
  type Reference,
  type ReportChapter,
  type ReportDocument,
  type Sentence,
  type TableCell,
  type TableColumn,
  type TableRow,
  type Unit,
} from './document.ts'
export { renderDocx } from './docx/render-docx.ts'
export { type FigureStyle, formatChange, formatFigure } from './format/format-figure.ts'
export { renderPptx } from './pptx/render-pptx.ts'
export { sentencesText, sentenceText } from './sentence.ts'
