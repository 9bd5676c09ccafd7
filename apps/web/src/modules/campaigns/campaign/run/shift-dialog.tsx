import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RunSheet } from '@zhanggui/contract'
import { Form, InputNumber } from 'antd'
import { apiPost, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import type { CampaignAt } from '../../use-campaigns.ts'
import { strings } from '../strings.ts'

const DEFAULT_MINUTES = 15

/** A delay moves everything that is still to come. */
export function ShiftDialog({ at, fromAt, onClose }: { at: CampaignAt; fromAt: string; onClose: () => void }) {
  const t = useStrings(strings)
  const client = useQueryClient()
  const shift = useMutation({
    mutationFn: ({ minutes }: { minutes: number }) =>
      apiPost<RunSheet>(storePath(at.store, 'campaigns', at.campaign, 'run-sheet', 'shift'), { fromAt, minutes }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(at.store, 'campaigns', at.campaign) }),
  })
  return (
    <DialogForm<{ minutes: number }>
      title={t.shift}
      open
      initial={{ minutes: DEFAULT_MINUTES }}
      submitText={t.shift}
      pending={shift.isPending}
      error={shift.error}
      onSubmit={(values) => shift.mutate(values, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="minutes" label={t.shiftBy} rules={[{ required: true, message: t.shiftBy }]}>
        <InputNumber min={-1440} max={1440} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
