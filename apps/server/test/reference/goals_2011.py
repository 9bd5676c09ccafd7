"""What a plan of 2011 made from 2010 rests on, reckoned from the raw Online Retail II files with the standard library only.

Written apart from the product: no SQL, no shared definitions, integers throughout. Amounts in pence.
Paid: lines with positive quantity and price on invoices that start with a digit; the line amount is rounded once, half up.
Usage: python3 goals_2011.py <data folder>
"""
import csv, gzip, json, sys
from collections import defaultdict
from decimal import Decimal, ROUND_HALF_UP
from functools import cache
from operator import itemgetter

folder = sys.argv[1] + '/online_retail_ii/'


def lines_of(name, *columns):
    """The cells of these columns, line by line."""
    with gzip.open(folder + name, 'rt', encoding='utf-8', newline='') as f:
        lines = csv.reader(f)
        heads = next(lines)
        yield from map(itemgetter(*map(heads.index, columns)), lines)


def rows():
    for r in lines_of('year_2009_2010.csv.gz', 'InvoiceDate', 'Invoice', 'Customer ID', 'Country', 'Quantity', 'Price'):
        if r[0] < '2010-12-01':
            yield r
    yield from lines_of('year_2010_2011.csv.gz', 'InvoiceDate', 'InvoiceNo', 'CustomerID', 'Country', 'Quantity', 'UnitPrice')


@cache
def pence(quantity, price):
    """Of a line that sells, from the text of its cells, else None: most lines say what thousands of others say."""
    if int(quantity) <= 0 or Decimal(price) <= 0:
        return None
    return int((int(quantity) * Decimal(price)).quantize(Decimal('0.01'), ROUND_HALF_UP) * 100)


# Twenty-five lines on average are of one invoice and one moment: they are added up first.
sold = defaultdict(int)
for at, invoice, customer, country, quantity, price in rows():
    amount = pence(quantity, price)
    if amount is not None:
        sold[at, invoice, customer, country] += amount

month_paid = defaultdict(int)
cell_paid = defaultdict(int)
country_paid = defaultdict(int)
day_paid = defaultdict(int)
order_day = {}
order_buyer = {}
for (at, invoice, customer, country), amount in sold.items():
    if not invoice[0].isdigit():
        continue
    year, month = at[:4], at[:7]
    month_paid[month] += amount
    cell_paid[month + '|' + country] += amount
    country_paid[year + '|' + country] += amount
    day_paid[at[:10]] += amount
    order_day[invoice] = min(at[:10], order_day.get(invoice, at[:10]))
    if customer:
        order_buyer[invoice] = (customer, min(at, order_buyer.get(invoice, (customer, at))[1]))
first_day = {}
for invoice, (customer, at) in order_buyer.items():
    first_day[customer] = min(at[:10], first_day.get(customer, at[:10]))

base = sum(v for m, v in month_paid.items() if m.startswith('2010'))
# +30 %, half up, in integers.
target = (base * 130 * 2 + 100) // 200


def new_orders(period):
    """Orders of a period, and those of buyers whose first purchase ever lies in it. One definition for every period."""
    of = {i for i, day in order_day.items() if day.startswith(period)}
    new = {i for i in of if i in order_buyer and first_day[order_buyer[i][0]][:len(period)] == period}
    return [len(new), len(of)]


promo = {'2010-11-11', '2010-11-12', '2010-11-13'}
print(json.dumps({
    'base': base,
    'target': target,
    'months': dict(sorted(month_paid.items())),
    'cells': dict(sorted(cell_paid.items())),
    'countries': dict(sorted(country_paid.items())),
    'toJuly2011': sum(v for d, v in day_paid.items() if '2011-01-01' <= d < '2011-07-01'),
    'newOrders': {p: new_orders(p) for p in ['2011'] + [f'2011-{m:02d}' for m in range(1, 13)]},
    'promo2010': sum(v for d, v in day_paid.items() if d in promo),
}))
