import type { CreateStore } from '@zhanggui/contract'
import { Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { PlatformInput } from './platform-input.tsx'
import { strings } from './strings.ts'
import { useCreateStore } from './use-store-actions.ts'

/** As the contract says (StoreId). */
const STORE_ID = /^[a-z0-9][a-z0-9_-]{0,39}$/
const NAME_LENGTH_MAX = 60

const INITIAL = { currency: 'CNY', timezone: 'Asia/Shanghai', platform: 'tmall', foundedDay: null }

/** A new shop; it opens on its import page, because a shop without data has nothing else to show. */
export function CreateStoreDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const navigate = useNavigate()
  const create = useCreateStore()
  const required = { required: true, message: words.required }
  return (
    <DialogForm<CreateStore>
      title={t.create}
      open={open}
      submitText={t.create}
      initial={INITIAL}
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={(values) =>
        create.mutate(values, { onSuccess: (store) => void navigate(`/stores/${store.id}/data/imports`) })
      }
    >
      <Form.Item name="name" label={t.name} rules={[required]}>
        <Input placeholder={t.namePlaceholder} maxLength={NAME_LENGTH_MAX} autoFocus />
      </Form.Item>
      <Form.Item
        name="id"
        label={t.id}
        extra={t.idHint}
        rules={[required, { pattern: STORE_ID, message: t.idInvalid }]}
      >
        <Input autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="platform" label={t.platform} rules={[required]}>
        <PlatformInput />
      </Form.Item>
      <Form.Item name="currency" label={t.currency} extra={t.currencyHint} rules={[required]}>
        <Select showSearch options={valuesOf('currency')} />
      </Form.Item>
      <Form.Item name="timezone" label={t.timezone} extra={t.timezoneHint} rules={[required]}>
        <Select showSearch options={valuesOf('timeZone')} />
      </Form.Item>
      <Form.Item name="foundedDay" label={t.founded}>
        <DayInput />
      </Form.Item>
    </DialogForm>
  )
}

/** Every currency or time zone that the browser can format. */
const valuesOf = (key: 'currency' | 'timeZone') => Intl.supportedValuesOf(key).map((value) => ({ value, label: value }))
