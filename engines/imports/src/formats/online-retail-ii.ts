import { importFormat } from '../import-format.ts'
import { LINE_AMOUNT } from '../line-amount.ts'
import { ORDERS } from '../targets/orders.ts'

/** Sales stand on invoices of digits; C marks a credit note, A a bad-debt adjustment. */
const kind = `multiIf(startsWith({orderId}, 'C'), 'refund', startsWith({orderId}, 'A'), 'adjustment',
  match(assumeNotNull({orderId}), '^[0-9]') AND {quantity} > 0 AND {unitPrice} > 0, 'sale', 'writeoff')`

/** Codes that are postage, fees, vouchers, samples or corrections, not goods. */
const NOT_GOODS = `'^(POST|DOT|C2|C3|M|D|S|B|m|BANK CHARGES|AMAZONFEE|CRUK|PADS|ADJUST|ADJUST2|TEST.*|GIFT.*|gift.*|SP1002)$'`

export const ONLINE_RETAIL_II = importFormat({
  id: 'online_retail_ii',
  nameZh: 'Online Retail II 发票明细（英国礼品店）',
  nameEn: 'Online Retail II invoice lines (UK gift shop)',
  system: 'public data',
  target: ORDERS,
  signature: [
    'Invoice|InvoiceNo',
    'StockCode',
    'Description',
    'Quantity',
    'InvoiceDate',
    'Price|UnitPrice',
    'Customer ID|CustomerID',
    'Country',
  ],
  fields: {
    orderId: ['Invoice', 'InvoiceNo'],
    itemId: ['StockCode'],
    title: ['Description'],
    quantity: ['Quantity'],
    createdAt: ['InvoiceDate'],
    unitPrice: ['Price', 'UnitPrice'],
    buyer: ['Customer ID', 'CustomerID'],
    country: ['Country'],
  },
  columns: {
    line_id: "''",
    kind,
    status: `if(${kind} = 'writeoff', 'closed', 'done')`,
    paid_at: `if(${kind} = 'sale', {createdAt}, NULL)`,
    paid_day: `if(${kind} = 'sale', toDate({createdAt}, {timeZone:String}), NULL)`,
    refunded_day: `if(${kind} = 'refund', toDate({createdAt}, {timeZone:String}), NULL)`,
    is_product: `if(match(coalesce({itemId}, ''), ${NOT_GOODS}), 0, 1)`,
    quantity: 'toInt32({quantity})',
    gmv_cents: `if(${kind} = 'sale', ${LINE_AMOUNT}, 0)`,
    paid_cents: `if(${kind} = 'sale', ${LINE_AMOUNT}, NULL)`,
    refund_cents: `if(${kind} = 'refund', -${LINE_AMOUNT}, 0)`,
    discount_cents: '0',
    // An adjustment books its amount (a correction of debt) where no sales figure looks; the sign is the book's.
    fee_cents: `if(${kind} = 'adjustment', -${LINE_AMOUNT}, NULL)`,
  },
  checks: [
    { when: 'isNull({quantity})', code: 'missing_value', field: 'quantity' },
    { when: 'isNull({unitPrice})', code: 'missing_value', field: 'unitPrice' },
  ],
  classify: kind,
  identity: 'content',
  noteZh:
    '两个年度文件有重叠，先后或重复导入都不会重复计数。C 开头为退款，A 开头为坏账调整，单价为 0 或数量为负的发票行记为核销。',
  noteEn:
    'The two yearly files overlap; import them in any order or twice. C invoices are refunds, A invoices adjustments; lines with zero price or negative quantity on other invoices are write-offs.',
})
