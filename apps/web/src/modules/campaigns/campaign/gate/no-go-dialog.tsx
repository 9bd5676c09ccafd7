import type { CampaignPhase, CampaignTeam } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type CampaignAt, useSignCampaign } from '../../use-campaigns.ts'
import { strings } from '../strings.ts'

type Props = { at: CampaignAt; place: { phase: CampaignPhase; wave: number; team: CampaignTeam }; onClose: () => void }

/** A no go says why. */
export function NoGoDialog({ at, place, onClose }: Props) {
  const t = useStrings(strings)
  const sign = useSignCampaign(at)
  return (
    <DialogForm<{ note: string }>
      title={t.noGo}
      open
      submitText={t.noGo}
      pending={sign.isPending}
      error={sign.error}
      onSubmit={({ note }) => sign.mutate({ ...place, decision: 'noGo', note }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="note" label={t.why} rules={[{ required: true, whitespace: true, message: t.why }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
