import type { Store, UpdateStore } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { PlatformInput } from './platform-input.tsx'
import { strings } from './strings.ts'
import { useUpdateStore } from './use-store-actions.ts'

const NAME_LENGTH_MAX = 60

/** What of a shop may still change; currency and time zone may not, stored figures are counted in them. */
export function EditStoreDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const update = useUpdateStore()
  const required = { required: true, message: words.required }
  return (
    <DialogForm<UpdateStore>
      title={`${t.edit} · ${store.name}`}
      open
      submitText={words.save}
      initial={{ name: store.name, platform: store.platform, foundedDay: store.foundedDay }}
      pending={update.isPending}
      error={update.error}
      onClose={onClose}
      onSubmit={(change) => update.mutate({ id: store.id, change }, { onSuccess: onClose })}
    >
      <Form.Item name="name" label={t.name} rules={[required]}>
        <Input maxLength={NAME_LENGTH_MAX} autoFocus />
      </Form.Item>
      <Form.Item name="platform" label={t.platform} rules={[required]}>
        <PlatformInput />
      </Form.Item>
      <Form.Item name="foundedDay" label={t.founded}>
        <DayInput />
      </Form.Item>
    </DialogForm>
  )
}
