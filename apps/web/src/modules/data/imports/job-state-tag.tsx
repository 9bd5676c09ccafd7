import type { ImportJob, ImportState } from '@zhanggui/contract'
import { Space, Tag } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { stateTone } from './import-state.ts'
import { jobStrings } from './job-strings.ts'

const WORDS = {
  queued: 'stateQueued',
  reading: 'stateReading',
  checking: 'stateChecking',
  publishing: 'statePublishing',
  done: 'stateDone',
  cancelled: 'stateCancelled',
  failed: 'stateFailed',
  interrupted: 'stateInterrupted',
} as const satisfies Record<ImportState, keyof (typeof jobStrings)['zh']>

/** Where an import stands, and whether it was a dry run. */
export function JobStateTag({ job }: { job: Pick<ImportJob, 'state' | 'rejected' | 'dryRun'> }) {
  const t = useStrings(jobStrings)
  return (
    <Space size={4}>
      <Tag color={stateTone(job)}>{t[WORDS[job.state]]}</Tag>
      {job.dryRun && <Tag>{t.trial}</Tag>}
    </Space>
  )
}
