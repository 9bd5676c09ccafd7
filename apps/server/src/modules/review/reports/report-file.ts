import type { ReportFormat, Store } from '@zhanggui/contract'
import { type Links, type ReportDocument, renderDocx, renderHtml, renderPptx } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { documentLinks } from '../document-links.ts'
import { makeReport, type ReportAsked } from './make-report.ts'
import { renderPdf } from './render/render-pdf.ts'
import { renderXlsx } from './render/render-xlsx.ts'

/** `links`: where its figures can be followed to. */
type Written = { at: string; links: Links; context: Context }
type Render = (document: ReportDocument, written: Written) => Promise<Uint8Array>

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** How a report is taken away: its type, and what writes it. */
export const REPORT_FILES: Readonly<Record<ReportFormat, { type: string; render: Render }>> = {
  docx: {
    type: `${OFFICE}.wordprocessingml.document`,
    render: (document, { at, links }) => renderDocx(document, at, links),
  },
  pptx: {
    type: `${OFFICE}.presentationml.presentation`,
    render: (document, { at, links }) => renderPptx(document, at, links),
  },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, render: (document, { at, links }) => renderXlsx(document, at, links) },
  html: {
    type: 'text/html; charset=utf-8',
    render: async (document, { links }) => new TextEncoder().encode(renderHtml(document, links)),
  },
  pdf: {
    type: 'application/pdf',
    render: (document, { links, context }) => renderPdf(context, renderHtml(document, links)),
  },
}

/** A report as a file. Errors: as `makeReport`; `pdf_unavailable` where there is no Chromium. */
export async function reportFile(
  context: Context,
  store: Store,
  { format, ...asked }: ReportAsked & { format: ReportFormat },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { document } = await makeReport(context, store, asked)
  return fileOf(context, store, document, { format, ...asked })
}

/** A document that is at hand as a file. */
export async function fileOf(
  context: Context,
  store: Store,
  document: ReportDocument,
  { format, report, period }: { format: ReportFormat; report: string; period: string },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { type, render } = REPORT_FILES[format]
  const at = context.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const links = documentLinks(context, store, { page: `review/reports/${report}/${encodeURIComponent(period)}` })
  return { name: `${report}-${period}.${format}`, type, bytes: await render(document, { at, links, context }) }
}
