import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { integerField, textField } from '../../admin/resources/resource-fields.ts'

/** The steps of the shop's own checkout, in their order; `page` of a checkout event names one (P7.11). */
export const CHECKOUT_STEPS = defineResource({
  id: 'checkout-steps',
  nameZh: '结算步骤',
  nameEn: 'Checkout steps',
  area: 'trade',
  fields: {
    step: textField({
      nameZh: '步骤代号',
      nameEn: 'Step',
      required: true,
      max: 60,
      helpZh: '与结算事件的 page 相同，如 address',
      helpEn: 'As `page` of checkout events says it, such as address',
    }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60 }),
    position: integerField({ nameZh: '第几步', nameEn: 'Position', required: true, min: 1, max: 50 }),
  },
  keyFields: ['step'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

export type CheckoutStep = { step: string; nameZh: string; nameEn: string }

/** Where a shop declares none: what large platforms ask on the way from the cart to the payment. */
export const USUAL_STEPS: readonly CheckoutStep[] = [
  { step: 'confirm', nameZh: '确认订单', nameEn: 'Confirm' },
  { step: 'address', nameZh: '收货地址', nameEn: 'Address' },
  { step: 'delivery', nameZh: '配送方式', nameEn: 'Delivery' },
  { step: 'payment', nameZh: '选择支付', nameEn: 'Way of paying' },
  { step: 'cashier', nameZh: '收银台', nameEn: 'Cashier' },
]

/** Shape: in order, the shop's own where it declares any. */
export async function readCheckoutSteps(context: Context, store: string): Promise<readonly CheckoutStep[]> {
  const rows = await readAllRows(context, CHECKOUT_STEPS, store)
  if (rows.length === 0) return USUAL_STEPS
  return rows
    .map(({ data }) => data)
    .sort((a, b) => Number(a.position) - Number(b.position))
    .map(({ step, name }) => ({ step: String(step), nameZh: String(name), nameEn: String(name) }))
}
