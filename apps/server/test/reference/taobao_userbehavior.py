"""Traffic figures of the UserBehavior sample, reckoned from the raw CSV with the standard library only.

A funnel is searched for by brute force: is there any view, then cart, then purchase (each not before the one before it)
with no more than the window between first and last? Days are Beijing days.
Usage: python3 taobao_userbehavior.py <data folder> <window in hours>
"""
import csv, gzip, json, sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
window = int(sys.argv[2]) * 3600
pv, uv, actions = Counter(), defaultdict(set), Counter()
people = defaultdict(lambda: defaultdict(list))
views = defaultdict(list)
category_buyers = defaultdict(set)
carts_by_day = defaultdict(set)
with gzip.open(sys.argv[1] + '/taobao_userbehavior/userbehavior_sample.csv.gz', 'rt', encoding='utf-8', newline='') as f:
    for row in csv.DictReader(f):
        if not row['timestamp']:
            continue
        ts = int(row['timestamp'])
        day = datetime.fromtimestamp(ts, BEIJING).strftime('%Y-%m-%d')
        user, kind = row['user_id'], row['behavior_type']
        actions[kind] += 1
        people[user][kind].append(ts)
        if kind == 'pv':
            pv[day] += 1
            uv[day].add(user)
            views[(user, day)].append(ts)
        elif kind == 'cart':
            carts_by_day[day].add(user)
        elif kind == 'buy':
            category_buyers[row['category_id']].add(user)


def reach(p):
    """The furthest step: 1 view, 2 cart after a view, 3 purchase after that, all within the window."""
    if not p['pv']:
        return 0
    best, carts, buys = 1, sorted(p['cart']), p['buy']
    for view in p['pv']:
        for cart in carts:
            if view <= cart <= view + window:
                best = max(best, 2)
                if any(cart <= buy <= view + window for buy in buys):
                    return 3
    return best


visits = bounces = 0
for stamps in views.values():
    stamps.sort()
    run = 1
    for a, b in zip(stamps, stamps[1:]):
        if b - a > 1800:
            visits += 1
            bounces += run == 1
            run = 0
        run += 1
    visits += 1
    bounces += run == 1

levels = Counter(reach(p) for p in people.values())
print(json.dumps({
    'days': [{'day': d, 'pv': pv[d], 'uv': len(uv[d]), 'cartBuyers': len(carts_by_day[d])} for d in sorted(pv)],
    'pv': actions['pv'],
    'uv': sum(1 for p in people.values() if p['pv']),
    'cartBuyers': sum(1 for p in people.values() if p['cart']),
    'favouriteBuyers': sum(1 for p in people.values() if p['fav']),
    'buyers': sum(1 for p in people.values() if p['buy']),
    'orders': actions['buy'],
    'repeatBuyers': sum(1 for p in people.values() if len(p['buy']) > 1),
    'visits': visits,
    'bounces': bounces,
    'funnel': [levels[1] + levels[2] + levels[3], levels[2] + levels[3], levels[3]],
    'categoryBuyers': {c: len(b) for c, b in category_buyers.items()},
}))
