import type { CampaignEntry } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { strings } from '../strings.ts'

type Props = { at: CampaignAt; page: CampaignEntry<'page'>; onClose: () => void }

/** What a page is for, before anybody draws it. */
export function BriefDialog({ at, page, onClose }: Props) {
  const t = useStrings(strings)
  const put = usePutEntry(at)
  const { id, version, body } = page
  const submit = ({ brief }: { brief: string }) =>
    put.mutate({ kind: 'page', id, version, body: { ...body, brief } }, { onSuccess: onClose })
  return (
    <DialogForm<{ brief: string }>
      title={body.title}
      open
      initial={{ brief: body.brief }}
      submitText={t.save}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="brief" label={t.editBrief} rules={[{ required: true, whitespace: true, message: t.brief }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
