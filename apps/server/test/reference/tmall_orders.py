"""Shop figures of the February 2020 Tmall order file, reckoned from the raw CSV with the standard library only.

The file's paid column is net of refunds, so what the buyer paid is paid + refunded. Amounts in fen.
Usage: python3 tmall_orders.py <data folder>
"""
import csv, gzip, json, sys
from collections import Counter
from decimal import Decimal

paid, refunded, gmv = Counter(), Counter(), Counter()
orders, refund_orders, placed, province = Counter(), Counter(), Counter(), Counter()
unpaid = 0
with gzip.open(sys.argv[1] + '/tmall_orders_2020_02/tmall_order_report.csv.gz', 'rt', encoding='utf-8', newline='') as f:
    reader = csv.reader(f)
    header = [name.strip() for name in next(reader)]
    for cells in reader:
        r = dict(zip(header, cells))
        total, kept, back = (int(Decimal(r[k]) * 100) for k in ('总金额', '买家实际支付金额', '退款金额'))
        placed[r['订单创建时间'][:10]] += 1
        gmv[r['订单创建时间'][:10]] += total
        if not r['订单付款时间'].strip():
            unpaid += 1
            continue
        day = r['订单付款时间'][:10]
        paid[day] += kept + back
        refunded[day] += back
        orders[day] += kept + back > 0
        refund_orders[day] += back > 0
        province[r['收货地址'].strip()] += kept + back
print(json.dumps({
    'days': [{'day': d, 'paid': paid[d], 'refunded': refunded[d], 'orders': orders[d]} for d in sorted(paid)],
    'placed': sum(placed.values()),
    'unpaid': unpaid,
    'gmv': sum(gmv.values()),
    'paid': sum(paid.values()),
    'refunded': sum(refunded.values()),
    'orders': sum(orders.values()),
    'refundOrders': sum(refund_orders.values()),
    'provinces': dict(province),
}))
