import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { PlanFrame } from '../../goals/plans/plan-frame.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentReader } from './document-reader.tsx'
import { strings } from './strings.ts'
import { useDocument } from './use-document.ts'

const HEIGHT = 720

/** The plan as a document to read, present, print and send. */
export default function DocumentPage() {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <PlanFrame title={t.title} lead={t.lead} height={HEIGHT}>
      {({ at, picker }) => (
        <>
          <PageHeader
            title={t.title}
            lead={t.lead}
            actions={
              <>
                {picker}
                <DocumentActions at={{ ...at, language }} />
              </>
            }
          />
          <Reading at={{ ...at, language }} />
        </>
      )}
    </PlanFrame>
  )
}

function Reading({ at }: { at: Parameters<typeof useDocument>[0] }) {
  return (
    <PanelBody query={useDocument(at)} height={HEIGHT}>
      {(document) => <DocumentReader document={document} at={at} />}
    </PanelBody>
  )
}
