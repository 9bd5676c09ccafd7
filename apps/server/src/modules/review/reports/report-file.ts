import type { ReportFormat, Store } from '@zhanggui/contract'
import { type ReportDocument, renderDocx, renderHtml, renderPptx } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { makeReport, type ReportAsked } from './make-report.ts'
import { renderPdf } from './render/render-pdf.ts'
import { renderXlsx } from './render/render-xlsx.ts'

type Render = (document: ReportDocument, at: string, context: Context) => Promise<Uint8Array>

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** How a report is taken away: its type, and what writes it. */
export const REPORT_FILES: Readonly<Record<ReportFormat, { type: string; render: Render }>> = {
  docx: { type: `${OFFICE}.wordprocessingml.document`, render: renderDocx },
  pptx: { type: `${OFFICE}.presentationml.presentation`, render: renderPptx },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, render: renderXlsx },
  html: {
    type: 'text/html; charset=utf-8',
    render: async (document) => new TextEncoder().encode(renderHtml(document)),
  },
  pdf: { type: 'application/pdf', render: (document, _at, context) => renderPdf(context, renderHtml(document)) },
}

/** A report as a file. Errors: as `makeReport`; `pdf_unavailable` where there is no Chromium. */
export async function reportFile(
  context: Context,
  store: Store,
  { format, ...asked }: ReportAsked & { format: ReportFormat },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { document } = await makeReport(context, store, asked)
  return fileOf(context, document, { format, name: `${asked.report}-${asked.period}` })
}

/** A document that is at hand as a file. */
export async function fileOf(
  context: Context,
  document: ReportDocument,
  { format, name }: { format: ReportFormat; name: string },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { type, render } = REPORT_FILES[format]
  const at = context.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  return { name: `${name}.${format}`, type, bytes: await render(document, at, context) }
}
