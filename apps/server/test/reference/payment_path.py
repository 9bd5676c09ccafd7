"""What two real shops lose on the way to the payment, counted row by row from the raw files with the standard library only.

Orders: an order without a payment time was never paid; fully refunded orders were. Amounts in fen, days as written in the file.
Carts: the first time that a user put an item into the cart, against everything the user did within the window after it. The last
row of the log is cut short and left out; days are Beijing days.
Usage: python3 payment_path.py <data folder> <window hours>
"""
import csv, gzip, json, sys
from datetime import datetime, timedelta, timezone

FOLDER, HOURS = sys.argv[1], int(sys.argv[2])
FROM, TO = '2017-11-25', '2017-12-04'
# A province is called by its short name, as people say it.
LONG = {'内蒙古自治区': '内蒙古', '广西壮族自治区': '广西', '西藏自治区': '西藏', '宁夏回族自治区': '宁夏', '新疆维吾尔自治区': '新疆'}
BEIJING = timezone(timedelta(hours=8))


def order_losses():
    days, provinces = {}, {}
    path = FOLDER + '/tmall_orders_2020_02/tmall_order_report.csv.gz'
    with gzip.open(path, 'rt', encoding='utf-8', newline='') as f:
        rows = iter(csv.reader(f))
        next(rows)
        for number, total, kept, province, created, paid, back in rows:
            whole, _, rest = total.partition('.')
            cents = int(whole) * 100 + int((rest + '00')[:2])
            for table, key in ((days, created[:10]), (provinces, LONG.get(province, province.removesuffix('省')))):
                seen = table.setdefault(key, {'placed': 0, 'unpaid': 0, 'unpaidCents': 0})
                seen['placed'] += 1
                if paid.strip() == '':
                    seen['unpaid'] += 1
                    seen['unpaidCents'] += cents
    return {'days': days, 'provinces': provinces}


def behaviour():
    by_user, last = {}, 0
    path = FOLDER + '/taobao_userbehavior/userbehavior_sample.csv.gz'
    with gzip.open(path, 'rt', encoding='utf-8', newline='') as f:
        rows = iter(csv.reader(f))
        next(rows)
        for row in rows:
            if len(row) < 5:
                continue
            user, item, category, kind, second = row[0], row[1], row[2], row[3], int(row[4])
            by_user.setdefault(user, []).append((second, item, category, kind))
            last = max(last, second)
    return by_user, last


def day_of(second):
    return datetime.fromtimestamp(second, BEIJING).strftime('%Y-%m-%d')


def outcome_of(actions, item, category, begin, last):
    end = begin + HOURS * 3600
    bought = [s for s, i, _, k in actions if k == 'buy' and i == item and s >= begin]
    if bought and min(bought) <= end:
        return 'bought', min(bought) - begin
    if bought:
        return 'later', None
    if end > last:
        return 'open', None
    same = other = back = False
    for second, i, c, kind in actions:
        if second < begin or second > end:
            continue
        if kind == 'buy':
            other = True
            same = same or c == category
        if kind == 'pv' and i == item and second > begin:
            back = True
    return ('sameCategory' if same else 'otherItem' if other else 'cameBack' if back else 'left'), None


def cart_losses():
    by_user, last = behaviour()
    days, outcomes, soon, people, happy = {}, {}, {}, 0, 0
    for actions in by_user.values():
        first = {}
        for second, item, category, kind in sorted(actions):
            if kind == 'cart' and FROM <= day_of(second) < TO and item not in first:
                first[item] = (second, category)
        people += len(first) > 0
        got = 0
        for item, (begin, category) in first.items():
            outcome, took = outcome_of(actions, item, category, begin, last)
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            state = outcome if outcome in ('bought', 'open') else 'lost'
            seen = days.setdefault(day_of(begin), {'carted': 0, 'bought': 0, 'open': 0, 'lost': 0})
            seen['carted'] += 1
            seen[state] += 1
            if took is not None:
                got = 1
                bound = next(b for b in (1, 6, 24, 72, HOURS) if took <= b * 3600 and b <= HOURS)
                soon[bound] = soon.get(bound, 0) + 1
        happy += got
    return {'days': days, 'outcomes': outcomes, 'within': soon, 'people': people, 'peopleBought': happy}


print(json.dumps({'orders': order_losses(), 'carts': cart_losses()}))
