import { Button, Skeleton, Steps, Tabs } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { FileReview } from './file-review.tsx'
import { FileTabLabel } from './file-tab-label.tsx'
import { type ImportDraft, updateFile } from './import-draft.ts'
import { importPaths } from './import-paths.ts'
import { jobStrings } from './job-strings.ts'
import { ProvenanceForm } from './provenance-form.tsx'
import { reviewStrings } from './review-strings.ts'
import { StartBar } from './start-bar.tsx'
import { useImportDraft } from './use-import-draft.ts'

/** The step between upload and import: what each file is, which column fills which field, and where it comes from. */
export default function ReviewPage() {
  const t = useStrings(reviewStrings)
  const store = useStoreId()
  const [search] = useSearchParams()
  const uploadId = search.get('upload') ?? ''
  return (
    <div className={stack.stack}>
      <PageHeader title={t.review} lead={t.reviewLead} actions={<ImportSteps current={1} />} />
      <Review key={uploadId} store={store} uploadId={uploadId} />
    </div>
  )
}

function ImportSteps({ current }: { current: number }) {
  const t = useStrings(jobStrings)
  const titles = [t.stepUpload, t.stepReview, t.stepResult]
  return (
    <Steps size="small" type="inline" responsive={false} current={current} items={titles.map((title) => ({ title }))} />
  )
}

function Review({ store, uploadId }: { store: string; uploadId: string }) {
  const { draft, upload, change, forget } = useImportDraft(store, uploadId)
  if (draft) {
    return (
      <>
        <Files store={store} draft={draft} onChange={change} />
        <ProvenanceForm draft={draft} onChange={change} />
        <StartBar store={store} draft={draft} onStarted={forget} />
      </>
    )
  }
  if (upload.isError || uploadId === '') return <UploadGone store={store} />
  return (
    <Card>
      <Skeleton active paragraph={{ rows: 8 }} />
    </Card>
  )
}

function UploadGone({ store }: { store: string }) {
  const t = useStrings(reviewStrings)
  const words = useStrings(jobStrings)
  return (
    <EmptyState
      title={t.uploadGone}
      text={t.uploadGoneHint}
      action={
        <Link to={importPaths.list(store)}>
          <Button tabIndex={-1} type="primary">
            {words.back}
          </Button>
        </Link>
      }
    />
  )
}

type FilesProps = { store: string; draft: ImportDraft; onChange: (draft: ImportDraft) => void }

/** One file shows as it is; several get a tab each, and the open tab is part of the link. */
function Files({ store, draft, onChange }: FilesProps) {
  const [search, setSearch] = useSearchParams()
  const open = draft.files.find((file) => file.preview.name === search.get('file')) ?? draft.files[0]
  if (!open) return null
  return (
    <div>
      {draft.files.length > 1 && (
        <Tabs
          activeKey={open.preview.name}
          onChange={(name) =>
            setSearch(
              (previous) => {
                previous.set('file', name)
                return previous
              },
              { replace: true },
            )
          }
          items={draft.files.map((file) => ({ key: file.preview.name, label: <FileTabLabel file={file} /> }))}
        />
      )}
      <FileReview
        key={open.preview.name}
        store={store}
        uploadId={draft.uploadId}
        file={open}
        canLeaveOut={draft.files.length > 1}
        onChange={(edit) => onChange(updateFile(draft, open.preview.name, edit))}
      />
    </div>
  )
}
