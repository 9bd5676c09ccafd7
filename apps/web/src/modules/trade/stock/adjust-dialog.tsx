import type { AdjustTradeItem, TradeItem } from '@zhanggui/contract'
import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { useAdjustItem } from '../use-trade.ts'

const REFUSED = 409

type Values = Pick<AdjustTradeItem, 'delta' | 'reason'>

/** An id for what is asked: a second click, or a retry after a lost answer, is the same adjustment. */
function newAdjustmentId(): string {
  return crypto
    .getRandomValues(new Uint32Array(4))
    .reduce((id, word) => (id << 32n) | BigInt(word), 0n)
    .toString()
}

/** More or less of an item to sell, with the reason that the trail keeps. */
export function AdjustDialog({ item, onClose }: { item: TradeItem; onClose: () => void }) {
  const t = useStrings(strings)
  const adjust = useAdjustItem(useStoreId(), item.item)
  const [id, setId] = useState(newAdjustmentId)
  // The core has decided about that id for good; what is asked next is another adjustment.
  const askAnew = (cause: Error) => {
    if (cause instanceof ApiProblem && cause.status === REFUSED) setId(newAdjustmentId())
  }
  return (
    <DialogForm<Values>
      title={t.adjustOf(item.title || item.item)}
      open
      submitText={t.save}
      pending={adjust.isPending}
      error={adjust.error}
      onSubmit={(values) => adjust.mutate({ id, ...values }, { onSuccess: onClose, onError: askAnew })}
      onClose={onClose}
    >
      <Form.Item
        name="delta"
        label={t.delta}
        extra={t.deltaHelp}
        rules={[
          { required: true, message: t.needed },
          { validator: (_rule, delta) => (delta === 0 ? Promise.reject(new Error(t.notZero)) : Promise.resolve()) },
        ]}
      >
        <InputNumber className={styles.full ?? ''} precision={0} autoFocus />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.needed }]}>
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  )
}
