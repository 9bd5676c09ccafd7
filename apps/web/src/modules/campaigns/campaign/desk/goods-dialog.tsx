import type { CampaignEntry } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { goodsText, readGoods } from './goods-text.ts'
import { deskStrings } from './strings.ts'

type Props = { at: CampaignAt; entry: CampaignEntry<'enrolment'>; onClose: () => void }

/** What is entered in an event, pasted from a sheet. */
export function GoodsDialog({ at, entry: { id, version, body }, onClose }: Props) {
  const t = useStrings(deskStrings)
  const put = usePutEntry(at)
  const submit = ({ goods }: { goods?: string }) => {
    const read = readGoods(goods ?? '')
    if (read.ok)
      put.mutate({ kind: 'enrolment', id, version, body: { ...body, goods: read.goods } }, { onSuccess: onClose })
  }
  const check = (_rule: unknown, text: string | undefined) => {
    const read = readGoods(text ?? '')
    return read.ok ? Promise.resolve() : Promise.reject(new Error(t.wrongGood(read.line)))
  }
  return (
    <DialogForm<{ goods?: string }>
      title={t.goodsOf(body.title)}
      open
      initial={{ goods: goodsText(body.goods) }}
      submitText={t.save}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="goods" label={t.goods} extra={t.goodsHelp} rules={[{ validator: check }]}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
