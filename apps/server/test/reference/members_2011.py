"""Member shares and repurchase by group, reckoned from the raw Online Retail II order log with the standard library only.

The log has no member tiers, so a rule gives them: an account holder with one earlier invoice is a member (silver), with five
gold. The orders with their tiers are written as a file to import; the figures are reckoned apart from the product, in pence.
Usage: python3 members_2011.py <data folder> <orders.csv to write>
"""
import csv, gzip, json, sys
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP
from operator import itemgetter

FROM, UNTIL, WINDOW = '2010-12-01', '2011-04-01', 30

paid, order_at, order_buyer = defaultdict(int), {}, {}
with gzip.open(sys.argv[1] + '/online_retail_ii/year_2010_2011.csv.gz', 'rt', encoding='utf-8', newline='') as f:
    lines = csv.reader(f)
    heads = next(lines)
    columns = map(heads.index, ['InvoiceDate', 'InvoiceNo', 'CustomerID', 'Quantity', 'UnitPrice'])
    for at, invoice, customer, quantity, price in map(itemgetter(*columns), lines):
        if not FROM <= at < UNTIL:
            continue
        quantity, price = int(quantity), Decimal(price)
        if not (invoice[0].isdigit() and quantity > 0 and price > 0):
            continue
        paid[invoice] += int((quantity * price).quantize(Decimal('0.01'), ROUND_HALF_UP) * 100)
        order_at[invoice] = min(at, order_at.get(invoice, at))
        order_buyer[invoice] = customer.split('.')[0]

orders = sorted(paid, key=lambda o: (order_at[o], o))
earlier, tier, by_buyer = defaultdict(int), {}, defaultdict(list)
for o in orders:
    buyer = order_buyer[o]
    tier[o] = '' if buyer == '' or earlier[buyer] == 0 else 'gold' if earlier[buyer] >= 5 else 'silver'
    if buyer:
        earlier[buyer] += 1
        by_buyer[buyer].append(o)

with open(sys.argv[2], 'w', encoding='utf-8', newline='') as f:
    out = csv.writer(f)
    out.writerow(['order id', 'buyer', 'member tier', 'created at', 'paid at', 'paid'])
    for o in orders:
        out.writerow([o, order_buyer[o], tier[o], order_at[o], order_at[o], '%d.%02d' % divmod(paid[o], 100)])

days = defaultdict(lambda: [0, 0, 0, 0])
for o in orders:
    day = days[order_at[o][:10]]
    day[0] += paid[o]
    day[1] += paid[o] if tier[o] else 0
    day[2] += 1 if order_buyer[o] else 0
    day[3] += 1 if order_buyer[o] and order_at[by_buyer[order_buyer[o]][0]][:10] == order_at[o][:10] else 0

last = str(date.fromisoformat(UNTIL) - timedelta(days=WINDOW))


def group(wanted):
    """Buyers by their first order in the group before the last day whose window is over; who came back within it."""
    watched = back = 0
    for of in by_buyer.values():
        mine = [i for i, o in enumerate(of) if order_at[o][:10] < last and bool(tier[o]) == wanted]
        if not mine:
            continue
        watched += 1
        first = mine[0]
        if first + 1 < len(of):
            gap = date.fromisoformat(order_at[of[first + 1]][:10]) - date.fromisoformat(order_at[of[first]][:10])
            back += gap.days <= WINDOW
    return [back, watched]


print(json.dumps({'days': days, 'member': group(True), 'nonMember': group(False), 'orders': len(orders)}))
