import type { OpenTradeItem, TradeItemKind } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { FormInstant } from '../../promotions/form-inputs.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { useOpenItem } from '../use-trade.ts'
import { type OpenValues, toOpenTradeItem } from './to-open-item.ts'

/** A bundle needs its parts: that is for a file and the command line. */
const KINDS: readonly Exclude<TradeItemKind, 'bundle'>[] = ['sku', 'presale', 'gift', 'coupon', 'store']

/** Gives an item and its stock to the order core. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const open = useOpenItem(useStoreId())
  const needed = [{ required: true, message: t.needed }]
  return (
    <DialogForm<OpenValues>
      title={t.open}
      open
      submitText={t.submit}
      initial={{ kind: 'sku' }}
      pending={open.isPending}
      error={open.error}
      onSubmit={(values) => open.mutate(toOpenTradeItem(values) satisfies OpenTradeItem, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="item" label={t.itemId} extra={t.itemIdHelp} rules={[...needed, { whitespace: true }]}>
          <Input maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item name="title" label={t.name}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="kind" label={t.kind} extra={t.partsHelp} rules={needed}>
          <Select options={KINDS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="stock" label={t.units0} rules={needed}>
          <InputNumber className={styles.full ?? ''} min={0} precision={0} />
        </Form.Item>
      </div>
      <Limits />
      <Times />
    </DialogForm>
  )
}

function Limits() {
  const t = useStrings(strings)
  const whole = <InputNumber className={styles.full ?? ''} min={1} precision={0} />
  return (
    <div className={styles.pair}>
      <Form.Item name="buyerLimit" label={t.buyerLimit} extra={t.limitHelp}>
        {whole}
      </Form.Item>
      <Form.Item name="addressLimit" label={t.addressLimit} extra={t.limitHelp}>
        {whole}
      </Form.Item>
      <Form.Item name="holdMinutes" label={t.holdMinutes} extra={t.holdHelp}>
        {whole}
      </Form.Item>
    </div>
  )
}

/** A presale has a window for its balance beside the times of its sale. */
function Times() {
  const t = useStrings(strings)
  const isPresale = Form.useWatch('kind') === 'presale'
  const names = isPresale
    ? (['opensAt', 'closesAt', 'balanceFrom', 'balanceUntil'] as const)
    : (['opensAt', 'closesAt'] as const)
  return (
    <div className={styles.pair}>
      {names.map((name) => (
        <Form.Item key={name} name={name} label={t[name]}>
          <FormInstant />
        </Form.Item>
      ))}
    </div>
  )
}
