"""Shop figures of the Online Retail II files, reckoned row by row from the raw CSV with nothing but the standard library.

Written apart from the product: no SQL, no shared definitions. Output: one JSON object, amounts in pence.
Usage: python3 online_retail_ii.py <data folder>
"""
import csv, gzip, json, math, sys
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP
from functools import cache
from operator import itemgetter

folder = sys.argv[1] + '/online_retail_ii/'


def lines_of(name, *columns):
    """The cells of these columns, line by line."""
    with gzip.open(folder + name, 'rt', encoding='utf-8', newline='') as f:
        cells = csv.reader(f)
        heads = next(cells)
        yield from map(itemgetter(*map(heads.index, columns)), cells)


def rows():
    for r in lines_of('year_2009_2010.csv.gz', 'InvoiceDate', 'Invoice', 'Customer ID', 'Quantity', 'Price'):
        # 1-9 December 2010 stands in both files; the second file keeps it.
        if r[0] < '2010-12-01':
            yield r
    yield from lines_of('year_2010_2011.csv.gz', 'InvoiceDate', 'InvoiceNo', 'CustomerID', 'Quantity', 'UnitPrice')


def pence(quantity, price):
    """Of a line, from the text of its cells."""
    return int((int(quantity) * Decimal(price)).quantize(Decimal('0.01'), ROUND_HALF_UP) * 100)


@cache
def sale(quantity, price):
    """The pence of a line that sells, else None: most lines say what thousands of others say."""
    return pence(quantity, price) if int(quantity) > 0 and Decimal(price) > 0 else None


lines = 0
# Twenty-five lines on average are of one invoice and one moment: they are added up first.
sold = defaultdict(int)
paid, refunded = defaultdict(int), defaultdict(int)
orders, buyers = defaultdict(set), defaultdict(set)
refund_orders = defaultdict(set)
day_paid = defaultdict(int)
first = {}
buys = defaultdict(dict)
anonymous = 0
for at, invoice, customer, quantity, price in rows():
    lines += 1
    if invoice[0] == 'C':
        # Halves are rounded away from nought on both sides of it.
        refunded[at[:7]] -= pence(quantity, price)
        if int(quantity) * Decimal(price) < 0:
            refund_orders[at[:7]].add(invoice)
        continue
    amount = sale(quantity, price)
    if amount is not None:
        sold[at, invoice, customer] += amount
for (at, invoice, customer), amount in sold.items():
    if not invoice[0].isdigit():
        continue
    month, day = at[:7], at[:10]
    paid[month] += amount
    day_paid[day] += amount
    orders[month].add(invoice)
    if customer:
        buyers[month].add(customer)
        # Lines of one invoice can differ by a minute: the invoice began with the first.
        buys[customer][invoice] = min(at, buys[customer].get(invoice, at))
        first[customer] = min(day, first.get(customer, day))
    else:
        anonymous += amount

# Burst and closing days of the Tmall year that existed then: 双11 with two days after it. (双12 and the rest came later.)
promo = {'2009-11-11', '2009-11-12', '2009-11-13', '2010-11-11', '2010-11-12', '2010-11-13', '2011-11-11', '2011-11-12',
         '2011-11-13'}
d, last = date(2009, 12, 1), date(2011, 12, 9)
ordinary = []
while d <= last:
    if d.isoformat() not in promo:
        ordinary.append(day_paid.get(d.isoformat(), 0))
    d += timedelta(days=1)
mean = sum(ordinary) / len(ordinary)
spread = math.sqrt(sum((x - mean) ** 2 for x in ordinary) / len(ordinary))


def again_within(days):
    watched = returned = 0
    for visits in buys.values():
        (at, _), *later = sorted((at, invoice) for invoice, at in visits.items())
        start = date.fromisoformat(at[:10])
        if start + timedelta(days=days) > last:
            continue
        watched += 1
        returned += any((date.fromisoformat(a[:10]) - start).days <= days for a, _ in later)
    return returned, watched


months = sorted(set(paid) | set(refunded))
print(json.dumps({
    'lines': lines,
    'months': [{
        'month': m,
        'paid': paid[m],
        'refunded': refunded[m],
        'orders': len(orders[m]),
        'refundOrders': len(refund_orders[m]),
        'buyers': len(buyers[m]),
        'newBuyers': sum(1 for b in buyers[m] if first[b][:7] == m),
        'returningBuyers': sum(1 for b in buyers[m] if first[b][:7] < m),
        'promoPaid': sum(v for k, v in day_paid.items() if k[:7] == m and k in promo),
    } for m in months],
    'paid': sum(paid.values()),
    'refunded': sum(refunded.values()),
    'orders': sum(len(o) for o in orders.values()),
    'buyers': len(buys),
    'repeatBuyers': sum(1 for v in buys.values() if len(v) > 1),
    'anonymousPaid': anonymous,
    'promoPaid': sum(v for k, v in day_paid.items() if k in promo),
    'steadiness': 1 - spread / mean,
    'again': {str(n): again_within(n) for n in (30, 90, 180, 365)},
}))
