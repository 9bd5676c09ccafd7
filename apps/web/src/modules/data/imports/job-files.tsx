import type { ImportJob } from '@zhanggui/contract'
import { Typography } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { jobStrings } from './job-strings.ts'
import { resultStrings } from './result-strings.ts'
import { useFormats } from './use-import-jobs.ts'

const HASH_SHOWN = 12

type JobFile = ImportJob['files'][number]

/** The files of an import, with the fingerprint that tells whether a file at hand is the same one. */
export function JobFiles({ job }: { job: ImportJob }) {
  const t = useStrings(jobStrings)
  const words = useStrings(resultStrings)
  const format = useFormat()
  const nameOfFormat = useFormatName()
  const columns: Column<JobFile>[] = [
    { key: 'name', title: t.file, render: (file) => file.name },
    { key: 'format', title: words.format, render: (file) => nameOfFormat(file.format) },
    { key: 'rows', title: t.rows, numeric: true, render: (file) => format.count(file.rows) },
    { key: 'size', title: t.size, numeric: true, render: (file) => format.bytes(file.bytes) },
    { key: 'hash', title: t.hash, render: (file) => <Hash sha256={file.sha256} /> },
  ]
  return (
    <Card title={words.jobFiles}>
      <DataTable label={words.jobFiles} columns={columns} rows={job.files} rowKey={(file) => file.name} />
    </Card>
  )
}

function Hash({ sha256 }: { sha256: string }) {
  const t = useStrings(jobStrings)
  return (
    <Typography.Text code copyable={{ text: sha256, tooltips: t.copyHash }} title={t.hashHint}>
      {sha256.slice(0, HASH_SHOWN)}
    </Typography.Text>
  )
}

/** A format by its name; an id this release does not know stays as it is. */
function useFormatName(): (id: string) => string {
  const language = useLanguage()
  const formats = useFormats()
  return (id) => {
    const known = formats.data?.find((format) => format.id === id)
    return known ? nameOf(known, language) : id
  }
}
