import type { ProposedSet } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { useSendOnce } from '../../../parts/use-send-once.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { useCreatePromotion } from '../use-promotions.ts'
import { type Window, WindowFields } from '../window-fields.tsx'
import { strings } from './strings.ts'

/** Makes a draft of a set; it is checked and approved like any other promotion. */
export function DraftButton({ set: { rule } }: { set: ProposedSet }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const navigate = useNavigate()
  const create = useCreatePromotion(store)
  const send = useSendOnce(create)
  const [isOpen, setOpen] = useState(false)
  const submit = (window: Window) =>
    send({ name: rule.name, ...window, rules: [rule] }, ({ id }) => void navigate(`/stores/${store}/promotions/${id}`))
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.draft}
      </Button>
      {isOpen && (
        <DialogForm<Window>
          title={rule.name}
          open
          submitText={t.draft}
          pending={create.isPending}
          error={create.error}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        >
          <WindowFields />
        </DialogForm>
      )}
    </>
  )
}
