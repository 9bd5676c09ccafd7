import type { ImportJob } from '@zhanggui/contract'
import { Button, Popconfirm } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { canCancel } from './import-state.ts'
import { resultStrings } from './result-strings.ts'
import { useCancelImport } from './use-import-actions.ts'

/** Gives an import up after asking; greyed out once it has begun to write. */
export function CancelImport({ store, job }: { store: string; job: ImportJob }) {
  const t = useStrings(resultStrings)
  const cancel = useCancelImport(store)
  const possible = canCancel(job.state)
  return (
    <>
      {cancel.isError && <Problem compact error={cancel.error} />}
      <Popconfirm
        title={t.cancelConfirm}
        description={t.cancelConfirmText}
        okText={t.cancel}
        cancelText={t.cancelKeep}
        onConfirm={() => cancel.mutate(job.id)}
        disabled={!possible}
        placement="topRight"
      >
        <Button disabled={!possible} loading={cancel.isPending}>
          {t.cancel}
        </Button>
      </Popconfirm>
    </>
  )
}
