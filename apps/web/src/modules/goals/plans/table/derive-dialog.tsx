import { Alert, Button, Modal, Spin } from 'antd'
import { useEffect } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import type { PlanAt } from '../use-plans.ts'
import { tableStrings } from './strings.ts'
import { TakenResult } from './taken-result.tsx'
import { useDeriveTable } from './use-table.ts'

const WIDTH = 760

/** Shows what the table as it is saved would make of the plan, then does it. */
export function DeriveDialog({ at, onClose }: { at: PlanAt; onClose: () => void }) {
  const t = useStrings(tableStrings)
  const derive = useDeriveTable(at)
  const { mutate } = derive
  useEffect(() => mutate({ apply: false }), [mutate])
  const applied = derive.data?.applied ?? false
  const footer = (
    <>
      <Button onClick={onClose}>{applied ? t.close : t.cancel}</Button>
      {!applied && (
        <Button
          type="primary"
          disabled={!derive.data}
          loading={derive.isPending}
          onClick={() => mutate({ apply: true })}
        >
          {t.applyDerive}
        </Button>
      )}
    </>
  )
  return (
    <Modal open title={t.deriveTitle} width={WIDTH} onCancel={onClose} footer={footer}>
      <div className={stack.stack}>
        <p>{t.deriveText}</p>
        {applied && <Alert type="success" showIcon title={t.applied} />}
        {derive.isError && <Problem compact error={derive.error} />}
        <Spin spinning={derive.isPending}>{derive.data && <TakenResult result={derive.data} />}</Spin>
      </div>
    </Modal>
  )
}
