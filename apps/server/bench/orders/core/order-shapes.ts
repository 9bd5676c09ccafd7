import { createRng } from '@zhanggui/kernel'
import {
  type Admission,
  type AdmissionOptions,
  createAdmission,
  type LoadFrames,
  type OrderShape,
  orderFrames,
} from '@zhanggui/orders'

/** What is ordered, by the name under which it is measured. */
export const SHAPES = {
  hotSku: { skus: 1, lines: 1, buyerLimit: 0 },
  thousandSkus: { skus: 1000, lines: 1, buyerLimit: 2 },
  fiveLines: { skus: 1000, lines: 5, buyerLimit: 2 },
} as const satisfies Record<string, Pick<OrderShape, 'skus' | 'lines' | 'buyerLimit'>>

export const framesOf = (shape: OrderShape, seed = 'orders-bench'): LoadFrames => orderFrames(shape, createRng(seed))

/** Tables a little larger than what is ordered, the limits half used. */
export function optionsOf({ orders, lines, buyerLimit }: OrderShape): AdmissionOptions {
  const core: Admission = createAdmission({
    orders: orders * 1.02,
    lines: orders * lines * 1.02,
    replies: orders * 1.05,
    limits: buyerLimit > 0 ? orders * lines * 2 : 1024,
  })
  return core.options
}
