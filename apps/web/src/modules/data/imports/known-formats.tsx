import type { FormatInfo } from '@zhanggui/contract'
import { Collapse, Tag } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { knownFormats } from './format-groups.ts'
import { importsStrings } from './imports-strings.ts'
import { jobStrings } from './job-strings.ts'
import styles from './known-formats.module.css'
import { useFormats } from './use-import-jobs.ts'

const HEADERS_SHOWN = 8

/** What the importer recognises by itself; folded away, because most people only drop a file. */
export function KnownFormats() {
  const t = useStrings(importsStrings)
  const formats = useFormats()
  if (!formats.data) return null
  return (
    <Collapse
      items={[
        {
          key: 'formats',
          label: t.formats,
          children: (
            <>
              <p className={styles.hint}>{t.formatsHint}</p>
              <FormatTable formats={knownFormats(formats.data)} />
            </>
          ),
        },
      ]}
    />
  )
}

function FormatTable({ formats }: { formats: readonly FormatInfo[] }) {
  const t = useStrings(importsStrings)
  const words = useStrings(jobStrings)
  const language = useLanguage()
  const columns: Column<FormatInfo>[] = [
    {
      key: 'name',
      title: words.file,
      render: (format) => (
        <div className={styles.name}>
          <p>{nameOf(format, language)}</p>
          <p className={styles.hint}>{language === 'zh' ? format.noteZh : format.noteEn}</p>
        </div>
      ),
    },
    { key: 'system', title: words.provenance, render: (format) => format.system },
    { key: 'columns', title: t.formatColumns, render: (format) => <Headers headers={format.columns} /> },
  ]
  return <DataTable label={t.formats} columns={columns} rows={formats} rowKey={(format) => format.id} />
}

const Headers = ({ headers }: { headers: readonly string[] }) => (
  <span className={styles.headers}>
    {headers.slice(0, HEADERS_SHOWN).map((header) => (
      <Tag key={header}>{header}</Tag>
    ))}
    {headers.length > HEADERS_SHOWN && '…'}
  </span>
)
