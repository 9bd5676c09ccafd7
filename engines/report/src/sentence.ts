import { isFigure, type ReportDocument, type Sentence, type TableCell } from './document.ts'
import { type FigureStyle, formatFigure } from './format/format-figure.ts'

type Written = Pick<ReportDocument, 'currency' | 'language'>

const styleOf = ({ currency, language }: Written, form: FigureStyle['form']): FigureStyle => ({
  currency,
  language,
  form,
})

/** A sentence as text; figures short, because a sentence is read and not added up. */
export function sentenceText(sentence: Sentence, document: Written): string {
  const style = styleOf(document, 'short')
  return sentence.pieces.map((piece) => (isFigure(piece) ? formatFigure(piece, style) : piece)).join('')
}

/** Sentences in a row: Chinese stands without blanks between. */
export const sentencesText = (sentences: readonly Sentence[], document: Written): string =>
  sentences.map((sentence) => sentenceText(sentence, document)).join(document.language === 'zh' ? '' : ' ')

export const cellText = (cell: TableCell, document: Written, form: FigureStyle['form']): string =>
  isFigure(cell) ? formatFigure(cell, styleOf(document, form)) : cell
