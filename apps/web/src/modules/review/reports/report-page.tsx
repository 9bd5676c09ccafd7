import type { ReportView } from '@zhanggui/contract'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { DocumentReader } from '../plan-document/document-reader.tsx'
import { Presentation } from './presentation.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportNotes } from './report-notes.tsx'
import { strings } from './strings.ts'
import { type ReportPlace, useReport, useReports } from './use-reports.ts'

const HEIGHT = 720

/** A report to read, discuss, present and take away. */
export default function ReportPage() {
  const t = useStrings(strings)
  const language = useLanguage()
  const { report = '', period = '' } = useParams()
  const { get } = useSearchState()
  const at: ReportPlace = { report, period, language, edition: Number(get('edition')) || null }
  const view = useReport(at)
  const [isPresented, setPresented] = useState(false)
  const kind = useReports().data?.kinds.find(({ id }) => id === report)
  return (
    <div className={stack.stack}>
      <PageHeader
        title={kind ? nameOf(kind, language) : t.reports}
        lead={kind && (language === 'zh' ? kind.leadZh : kind.leadEn)}
        actions={<ReportActions at={at} view={view.data} onPresent={() => setPresented(true)} />}
      />
      <PanelBody<ReportView> query={view} height={HEIGHT}>
        {(shown) => <Reading view={shown} at={at} isPresented={isPresented} onEnd={() => setPresented(false)} />}
      </PanelBody>
    </div>
  )
}

type ReadingProps = { view: ReportView; at: ReportPlace; isPresented: boolean; onEnd: () => void }

function Reading({ view, at, isPresented, onEnd }: ReadingProps) {
  const place = { store: useStoreId(), plan: view.plan, language: at.language }
  if (isPresented) return <Presentation document={view.document} at={place} onEnd={onEnd} />
  return (
    <div className={stack.stack}>
      <DocumentReader document={view.document} at={place} />
      <ReportNotes view={view} />
    </div>
  )
}
