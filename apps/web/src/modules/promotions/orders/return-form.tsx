import type { PromotionOrderDetail, PromotionReturn } from '@zhanggui/contract'
import { App, Button, Checkbox, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { FormMoney } from '../form-inputs.tsx'
import { POLICIES } from './order-choices.ts'
import styles from './orders.module.css'
import { emptyDraft, type ReturnDraft, requestOf } from './return-draft.ts'
import { ReturnLines } from './return-lines.tsx'
import { ReturnResult } from './return-result.tsx'
import { strings } from './strings.ts'
import { useReturn } from './use-orders.ts'

/** What comes back of an order; reckoned while it is filled in, given back when it is confirmed. */
export function ReturnForm({ order }: { order: PromotionOrderDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => emptyDraft(order))
  const [reason, setReason] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const give = useReturn(useStoreId(), order.orderId)
  const change = (part: Partial<ReturnDraft>) => setDraft((before) => ({ ...before, ...part }))
  const request = requestOf(draft, order, { id, reason: reason.trim() })
  const said = ({ refundCents }: PromotionReturn) => void message.success(t.done(format.exact(refundCents, 'money')))
  // A refusal is shown by the form itself. The order's new state takes this form away, so the caller's own callback would be lost.
  const confirm = () => request && give.mutateAsync(request).then(said, () => undefined)
  return (
    <Card title={t.newReturn} note={t.newReturnNote}>
      <ReturnLines order={order} units={draft.units} onChange={(units) => change({ units })} />
      <Form layout="vertical" className={styles.form ?? ''} onFinish={confirm}>
        <Amounts order={order} draft={draft} onChange={change} />
        <Policy order={order} draft={draft} onChange={change} />
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.needed }]}>
          <Input maxLength={300} placeholder={t.reasonHint} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
        <ReturnResult order={order.orderId} request={request && { ...request, reason: t.result }} />
        {give.error && <Problem compact error={give.error} />}
        <Button type="primary" htmlType="submit" loading={give.isPending} disabled={!request}>
          {t.confirm}
        </Button>
      </Form>
    </Card>
  )
}

type PartProps = {
  order: PromotionOrderDetail
  draft: ReturnDraft
  onChange: (part: Partial<ReturnDraft>) => void
}

const typed = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function Amounts({ order, draft, onChange }: PartProps) {
  const t = useStrings(strings)
  const hasPostage = order.left.fees.some(({ isReturned, leftCents }) => !isReturned && leftCents > 0)
  return (
    <div className={styles.amounts}>
      <Form.Item name="agreed" label={t.agreed}>
        <FormMoney onChange={(cents) => onChange({ agreedCents: typed(cents) })} />
      </Form.Item>
      <Form.Item name="deduct" label={t.deduct}>
        <FormMoney onChange={(cents) => onChange({ deductCents: typed(cents) })} />
      </Form.Item>
      {hasPostage && (
        <Checkbox checked={draft.postage} onChange={(event) => onChange({ postage: event.target.checked })}>
          {t.postage}
        </Checkbox>
      )}
    </div>
  )
}

function Policy({ order, draft, onChange }: PartProps) {
  const t = useStrings(strings)
  const help = order.policy ? t.policyFixed : draft.policy === 'keepShares' ? t.keepSharesHelp : t.requalifyHelp
  return (
    <Form.Item label={t.policy} extra={help}>
      <Segmented
        value={draft.policy}
        disabled={order.policy !== null}
        options={POLICIES.map((value) => ({ value, label: t[value] }))}
        onChange={(policy) => onChange({ policy })}
      />
    </Form.Item>
  )
}
