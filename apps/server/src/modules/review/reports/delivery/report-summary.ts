import { formatFigure, isFigure, type ReportDocument, sentenceText } from '@zhanggui/report'

/** Lines of a message: it says the answer, the rest is behind the link. */
const LINES_MAX = 6

/** The figures and first sentences that answer the report's question, a line each. */
export function reportSummary(document: ReportDocument): string[] {
  const lines: string[] = []
  for (const { blocks } of document.chapters)
    for (const block of blocks) {
      if (block.kind === 'paragraph')
        lines.push(
          ...block.sentences.filter(({ pieces }) => pieces.some(isFigure)).map((one) => sentenceText(one, document)),
        )
      if (block.kind === 'figures' && lines.length === 0)
        lines.push(
          ...block.items
            .slice(0, 3)
            .map(({ label, figure }) => `${label} ${formatFigure(figure, { ...document, form: 'short' })}`),
        )
    }
  return lines.slice(0, LINES_MAX)
}
