import type { MoveSubsidy, Subsidies } from '@zhanggui/contract'
import { Form, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../../admin/dialog-form.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { subsidiesStrings } from './subsidies-strings.ts'
import { useMoveSubsidy } from './use-subsidies.ts'

const KINDS: readonly MoveSubsidy['kind'][] = ['issue', 'redeem', 'return']

type Values = Pick<MoveSubsidy, 'kind' | 'units' | 'day'>

/** Units of a batch that were issued, used or given back; the ledger follows. */
export function MoveDialog({
  at,
  batch,
  onClose,
}: {
  at: PlanAt
  batch: Subsidies['batches'][number]
  onClose: () => void
}) {
  const t = useStrings(subsidiesStrings)
  const [id] = useState(() => crypto.randomUUID())
  const move = useMoveSubsidy(at)
  const required = [{ required: true }]
  return (
    <DialogForm<Values>
      title={`${t.move} · ${batch.name}`}
      open
      submitText={t.save}
      initial={{ kind: 'issue' }}
      pending={move.isPending}
      error={move.error}
      onSubmit={(values) => move.mutate({ id, subsidy: batch.id, ...values }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="kind" rules={required}>
        <Segmented options={KINDS.map((kind) => ({ value: kind, label: t[kind] }))} />
      </Form.Item>
      <Form.Item name="units" label={t.units} rules={required}>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="day" label={t.day} rules={required}>
        <DayInput />
      </Form.Item>
    </DialogForm>
  )
}
