import type { ImportJob } from '@zhanggui/contract'
import { Descriptions } from 'antd'
import { duration } from '../../../format/duration.ts'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PERMISSION_BASES } from './import-draft.ts'
import { jobStrings } from './job-strings.ts'
import { resultStrings } from './result-strings.ts'

const COLUMNS = { xs: 1, sm: 2, lg: 3 } as const

/** Who brought the data in, when, from where, and why it may be used. */
export function JobProvenance({ job }: { job: ImportJob }) {
  const t = useStrings(jobStrings)
  const words = useStrings(resultStrings)
  const language = useLanguage()
  const format = useFormat()
  const basis = PERMISSION_BASES.find((known) => known === job.permissionBasis)
  const took = job.seconds === null ? NO_VALUE : duration(job.seconds, language)
  const facts = [
    [t.by, job.createdBy],
    [t.at, format.instant(job.createdAt)],
    [words.took, took],
    [t.provenance, job.source || NO_VALUE],
    [t.basis, basis ? t[`basis_${basis}`] : job.permissionBasis],
  ] as const
  return (
    <Card title={words.provenanceTitle}>
      <Descriptions column={COLUMNS} items={facts.map(([label, children]) => ({ key: label, label, children }))} />
    </Card>
  )
}
