export { checkDocument, DOCUMENT_FAULT_CODES, type DocumentFault, type DocumentFaultCode } from './check-document.ts'
export {
  type Block,
  type ChartSeries,
  type Claim,
  type ColumnFormula,
  type Figure,
  figure,
  isFigure,
  type Language,
  type Movement,
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
export { currencySymbol, type FigureStyle, formatChange, formatFigure, minorDigits } from './format/format-figure.ts'
export { renderHtml } from './html/render-html.ts'
export type { Answer, AnswerCell, AnswerRow, Ask, AskComparison } from './library/ask.ts'
export { buildReport, type ReportInput, reportAsks, reportNeeds } from './library/build-report.ts'
export type * from './library/facts.ts'
export { outlineOf } from './library/outline.ts'
export { proposalsOf } from './library/proposals.ts'
export type { Chapter, ReportKind, Section } from './library/report-kind.ts'
export { findReport, REPORT_LIBRARY } from './library/report-library.ts'
export { PERIOD_KINDS, type PeriodKind, type ReportPeriod } from './library/report-period.ts'
export type { MetricName } from './library/telling.ts'
export type { Links } from './links.ts'
export { renderPptx } from './pptx/render-pptx.ts'
export { mondayOf } from './sections/reconcile.ts'
export { sentencesText, sentenceText } from './sentence.ts'
