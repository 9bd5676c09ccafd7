import type { FilePreview } from '@zhanggui/contract'
import { Alert, Select, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './file-summary.module.css'
import { formatsBySystem } from './format-groups.ts'
import type { FileDraft } from './import-draft.ts'
import { jobStrings } from './job-strings.ts'
import { reviewStrings } from './review-strings.ts'
import { usePreviewAgain } from './use-import-actions.ts'
import { useFormats } from './use-import-jobs.ts'

/** Title rows above the headers of platform reports end before this row. */
const HEADER_ROWS_OFFERED = 10
const HASH_SHOWN = 12
const NO_HEADER = 0

type Props = {
  store: string
  uploadId: string
  file: FileDraft
  onChange: (edit: (file: FileDraft) => FileDraft) => void
}

/** What the file was taken for and how it is written; both can be corrected, and the file is then read again. */
export function FileSummary({ store, uploadId, file, onChange }: Props) {
  const t = useStrings(reviewStrings)
  const again = usePreviewAgain(store, uploadId)
  const { preview, mapping } = file
  const readAgain = (wish: { format?: string; headerRow?: number | null }) =>
    again.mutate(
      { name: preview.name, format: mapping.format, headerRow: preview.headerRow, ...wish },
      { onSuccess: (fresh) => onChange((old) => ({ ...old, preview: fresh, mapping: fresh.mapping })) },
    )
  return (
    <div className={styles.summary}>
      <div className={styles.controls}>
        <Fact label={t.readAs}>
          <FormatSelect value={mapping.format} loading={again.isPending} onChange={(format) => readAgain({ format })} />
          <Recognition preview={preview} />
        </Fact>
        <Fact label={t.headerRow}>
          <HeaderRowSelect
            value={preview.headerRow}
            loading={again.isPending}
            onChange={(headerRow) => readAgain({ headerRow })}
          />
        </Fact>
      </div>
      {again.isError && <Alert type="error" showIcon title={t.readAgainFailed} />}
      <WrittenAs preview={preview} />
    </div>
  )
}

function Recognition({ preview }: { preview: FilePreview }) {
  const t = useStrings(reviewStrings)
  if (preview.format !== null) return <Tag color="success">{t.recognised}</Tag>
  return (
    <>
      <Tag color="warning">{t.unrecognised}</Tag>
      <span className={styles.hint}>{t.unrecognisedHint}</span>
    </>
  )
}

function WrittenAs({ preview }: { preview: FilePreview }) {
  const t = useStrings(reviewStrings)
  const words = useStrings(jobStrings)
  const format = useFormat()
  return (
    <div className={styles.facts}>
      <Fact label={t.encoding}>{`${preview.container.toUpperCase()} · ${preview.encoding}`}</Fact>
      {preview.delimiter !== null && <Fact label={t.delimiter}>{visibleDelimiter(preview.delimiter)}</Fact>}
      <Fact label={words.size}>{format.bytes(preview.bytes)}</Fact>
      <Fact label={words.hash}>
        <Typography.Text code copyable={{ text: preview.sha256, tooltips: words.copyHash }} title={words.hashHint}>
          {preview.sha256.slice(0, HASH_SHOWN)}
        </Typography.Text>
      </Fact>
    </div>
  )
}

const visibleDelimiter = (delimiter: string): ReactNode => <code>{delimiter === '\t' ? 'Tab' : delimiter}</code>

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <p className={styles.label}>{label}</p>
    <div className={styles.value}>{children}</div>
  </div>
)

type Choice<T> = { value: T; loading: boolean; onChange: (value: T) => void }

function FormatSelect({ value, loading, onChange }: Choice<string>) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const formats = useFormats()
  return (
    <Select
      className={styles.format ?? ''}
      aria-label={t.readAs}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      loading={loading}
      onChange={onChange}
      options={[
        ...formatsBySystem(formats.data ?? [], t).map(({ system, formats: group }) => ({
          label: system,
          options: group.map((format) => ({ value: format.id, label: nameOf(format, language) })),
        })),
      ]}
    />
  )
}

function HeaderRowSelect({ value, loading, onChange }: Choice<number | null>) {
  const t = useStrings(reviewStrings)
  const rows = Array.from({ length: HEADER_ROWS_OFFERED }, (_, index) => index + 1)
  return (
    <Select
      className={styles.headerRow ?? ''}
      aria-label={t.headerRow}
      value={value ?? NO_HEADER}
      loading={loading}
      onChange={(row) => onChange(row === NO_HEADER ? null : row)}
      options={[
        { value: NO_HEADER, label: t.headerRowNone },
        ...rows.map((row) => ({ value: row, label: t.headerRowAt(String(row)) })),
      ]}
    />
  )
}
