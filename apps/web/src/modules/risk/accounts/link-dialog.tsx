import { Form, Input } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { accountDigits, markCode } from './short-names.ts'
import { strings } from './strings.ts'
import { type MarkChange, useLinkMark } from './use-accounts.ts'

/** Says what follows before it is done, and asks why. */
export function LinkDialog({ change, onClose }: { change: MarkChange; onClose: () => void }) {
  const t = useStrings(strings)
  const link = useLinkMark(useStoreId())
  const words = useWords(change)
  const submit = ({ reason }: { reason: string }) => link.mutate({ ...change, reason }, { onSuccess: onClose })
  return (
    <DialogForm<{ reason: string }>
      title={words.title}
      open
      submitText={words.button}
      pending={link.isPending}
      error={link.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{words.text}</p>
      <Form.Item name="reason" label={t.reason} extra={t.reasonHint} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}

function useWords({ way, of, kind, mark, account }: MarkChange): { title: string; text: string; button: string } {
  const t = useStrings(strings)
  const name = t.markOf(t[`kind_${kind}`], markCode(mark))
  if (way === 'relink') return { title: t.relinkTitle(name), text: t.relinkText, button: t.relink }
  if (of === 'everybody') return { title: t.unlinkAllTitle(name), text: t.unlinkAllText, button: t.unlinkAll }
  const title = t.unlinkTitle(name, t.account(accountDigits(account)))
  return { title, text: t.unlinkText, button: t.unlink }
}
