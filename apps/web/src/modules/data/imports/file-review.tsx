import { Alert, Checkbox } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import stack from '../../../parts/stack.module.css'
import { FileSummary } from './file-summary.tsx'
import type { FileDraft } from './import-draft.ts'
import { MappingTable } from './mapping-table.tsx'
import { OptionFields } from './option-fields.tsx'
import { reviewStrings } from './review-strings.ts'

type Props = {
  store: string
  uploadId: string
  file: FileDraft
  canLeaveOut: boolean
  onChange: (edit: (file: FileDraft) => FileDraft) => void
}

/** Everything there is to decide about one file. */
export function FileReview({ store, uploadId, file, canLeaveOut, onChange }: Props) {
  const t = useStrings(reviewStrings)
  return (
    <div className={stack.stack}>
      <Card
        title={file.preview.name}
        extra={
          canLeaveOut && (
            <Checkbox
              checked={file.included}
              onChange={(event) => onChange((old) => ({ ...old, included: event.target.checked }))}
            >
              {t.includeFile}
            </Checkbox>
          )
        }
      >
        <FileSummary store={store} uploadId={uploadId} file={file} onChange={onChange} />
        <Warnings file={file} />
        <OptionFields file={file} onChange={onChange} />
      </Card>
      <MappingTable file={file} onChange={onChange} />
    </div>
  )
}

function Warnings({ file }: { file: FileDraft }) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const { warnings } = file.preview
  if (warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t.warnings}
      description={
        <ul>
          {warnings.map((warning) => (
            <li key={warning.code + warning.message}>{language === 'zh' ? warning.message : warning.messageEn}</li>
          ))}
        </ul>
      }
    />
  )
}
