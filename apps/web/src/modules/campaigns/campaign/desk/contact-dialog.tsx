import type { ContactEntry } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { FormInstant } from '../../../promotions/form-inputs.tsx'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { freshId } from './fresh-id.ts'
import { deskStrings } from './strings.ts'

const CHANNELS: readonly ContactEntry['channel'][] = ['sms', 'push', 'wecom', 'community', 'call', 'email']

/** A message that is planned: to whom, by what, when. How often people are contacted is held against the whole shop. */
export function ContactDialog({ at, onClose }: { at: CampaignAt; onClose: () => void }) {
  const t = useStrings(deskStrings)
  const put = usePutEntry(at)
  const needed = [{ required: true, message: t.needField }]
  return (
    <DialogForm<ContactEntry>
      title={t.addContact}
      open
      initial={{ channel: 'sms' }}
      submitText={t.add}
      pending={put.isPending}
      error={put.error}
      onSubmit={({ people = null, ...contact }) =>
        put.mutate(
          { kind: 'contact', id: freshId('contact', contact.channel), version: 0, body: { ...contact, people } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="title" label={t.title} rules={needed}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="channel" label={t.channel} rules={needed}>
        <Select options={CHANNELS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="audience" label={t.audience} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="people" label={t.reach}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item name="at" label={t.sendAt} rules={needed}>
        <FormInstant />
      </Form.Item>
    </DialogForm>
  )
}
