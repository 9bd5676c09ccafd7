import type { CreatedEventKey, CreateEventKey } from '@zhanggui/contract'
import { Form, Input, Radio, Typography } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../dialog-form.tsx'
import { formStrings } from '../form-strings.ts'
import { OneTimeSecret } from '../one-time-secret.tsx'
import styles from './create-key-dialog.module.css'
import { curlExample } from './curl-example.ts'
import { strings } from './strings.ts'
import { useCreateEventKey } from './use-event-keys.ts'

const NAME_LENGTH_MAX = 60

type Props = { store: string; open: boolean; onClose: () => void }

/** Names a key, then shows it once with a command that tries it out. */
export function CreateKeyDialog({ store, open, onClose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const create = useCreateEventKey(store)
  const leave = () => {
    create.reset()
    onClose()
  }
  if (open && create.data) return <FreshKey store={store} made={create.data} onClose={leave} />
  return (
    <DialogForm<CreateEventKey>
      title={t.create}
      open={open}
      submitText={t.create}
      initial={{ scope: 'events:write' }}
      pending={create.isPending}
      error={create.error}
      onClose={leave}
      onSubmit={(values) => create.mutate(values)}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input placeholder={t.namePlaceholder} maxLength={NAME_LENGTH_MAX} autoFocus />
      </Form.Item>
      <Form.Item name="scope" label={t.scope}>
        <Radio.Group
          options={[
            { value: 'events:write', label: t.sendsEvents },
            { value: 'trade:write', label: t.submitsOrders },
          ]}
        />
      </Form.Item>
    </DialogForm>
  )
}

function FreshKey({ store, made, onClose }: { store: string; made: CreatedEventKey; onClose: () => void }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const { secret, key } = made
  if (key.scope === 'trade:write')
    return <OneTimeSecret title={t.created} label={t.secret} secret={secret} onClose={onClose} />
  const example = curlExample({ origin: window.location.origin, store, secret })
  return (
    <OneTimeSecret title={t.created} label={t.secret} secret={secret} onClose={onClose}>
      <p className={styles.label}>{t.example}</p>
      <Typography.Paragraph className={styles.example ?? ''} copyable={{ text: example, tooltips: words.copy }}>
        <pre>{example}</pre>
      </Typography.Paragraph>
    </OneTimeSecret>
  )
}
