import type { CampaignEntry, CampaignPage } from '@zhanggui/contract'
import { Form, Input, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { strings } from '../strings.ts'
import { briefStrings } from './brief-strings.ts'

type Values = Pick<CampaignPage, 'brief' | 'blocks'>
type Props = { at: CampaignAt; page: CampaignEntry<'page'>; onClose: () => void }

/** What a page is for, before anybody draws it. */
export function BriefDialog({ at, page, onClose }: Props) {
  const t = useStrings(strings)
  const more = useStrings(briefStrings)
  const put = usePutEntry(at)
  const { id, version, body } = page
  const submit = (values: Values) =>
    put.mutate({ kind: 'page', id, version, body: { ...body, ...values } }, { onSuccess: onClose })
  return (
    <DialogForm<Values>
      title={body.title}
      open
      initial={{ brief: body.brief, blocks: body.blocks }}
      submitText={t.save}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="brief" label={t.editBrief} rules={[{ required: true, whitespace: true, message: t.brief }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} autoFocus />
      </Form.Item>
      <Form.Item name="blocks" label={more.blocks} extra={more.blocksHelp}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} maxCount={60} />
      </Form.Item>
    </DialogForm>
  )
}
