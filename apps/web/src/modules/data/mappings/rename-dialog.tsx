import type { SavedMapping } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { formStrings } from '../../admin/form-strings.ts'
import { mappingStrings } from './strings.ts'
import { useRenameMapping } from './use-mappings.ts'

const NAME_LENGTH_MAX = 60

type Props = { store: string; saved: SavedMapping; name: string; onClose: () => void }

/** A name that says more than the headers do. */
export function RenameDialog({ store, saved, name, onClose }: Props) {
  const t = useStrings(mappingStrings)
  const words = useStrings(formStrings)
  const rename = useRenameMapping(store)
  return (
    <DialogForm<{ name: string }>
      title={t.renameOf(name)}
      open
      submitText={t.save}
      initial={{ name: saved.name ?? '' }}
      pending={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onSubmit={({ name: chosen }) =>
        rename.mutate({ fingerprint: saved.fingerprint, name: chosen }, { onSuccess: onClose })
      }
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input maxLength={NAME_LENGTH_MAX} placeholder={name} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
