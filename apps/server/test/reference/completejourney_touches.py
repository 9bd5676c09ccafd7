"""Touch paths of Complete Journey and what seven models' worth of credit four of them give, by plain loops over the raw files.

Writes the touches as a log for the import (household, time, type, channel): a campaign's mailing on its first day, a coupon on the day it
was redeemed, a mailer or a display where a bought product had one in that shop and week, at the moment of the basket.
Baskets are ways' ends: the touches since the basket before, at most so many days old, the last thirty; no touch: natural.
Markov is solved by repeated multiplication of the dense matrix, Shapley over every order in which channels can be opened.
Usage: python3 completejourney_touches.py <data folder> <touch log to write> <from> <to> <window days>
"""
import csv, gzip, itertools, json, sys
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal

folder, log, first, end = sys.argv[1] + '/completejourney/', sys.argv[2], sys.argv[3], sys.argv[4]
window = timedelta(days=int(sys.argv[5]))
MAX = 30


def rows(name):
    with gzip.open(folder + name + '.csv.gz', 'rt', encoding='utf-8', newline='') as f:
        yield from csv.DictReader(f)


def instant(text):
    return datetime.fromisoformat(text)


campaigns = {r['campaign_id']: r for r in rows('campaign_descriptions')}
touches = set()  # (household, time, channel): one channel leads once a day
for r in rows('campaigns'):
    about = campaigns[r['campaign_id']]
    touches.add((r['household_id'], about['start_date'] + ' 00:00:00', 'mail ' + about['campaign_type']))
for r in rows('coupon_redemptions'):
    touches.add((r['household_id'], r['redemption_date'] + ' 00:00:00', 'coupon'))

promoted = {(r['product_id'], r['store_id'], r['week']): r for r in rows('promotions_sample')}
baskets = {}
for r in rows('transactions_sample'):
    at = r['transaction_timestamp']
    basket = baskets.setdefault(r['basket_id'], [r['household_id'], at, 0])
    basket[1] = min(basket[1], at)
    basket[2] += int((Decimal(r['sales_value']) * 100).to_integral_exact())
    promotion = promoted.get((r['product_id'], r['store_id'], r['week']))
    if promotion and promotion['mailer_location'] != '0':
        touches.add((r['household_id'], at, 'mailer'))
    if promotion and promotion['display_location'] != '0':
        touches.add((r['household_id'], at, 'display'))

with open(log, 'w', encoding='utf-8', newline='') as f:
    out = csv.writer(f)
    out.writerow(['visitor id', 'time', 'event type', 'channel'])
    for household, at, channel in sorted(touches):
        out.writerow([household, at, 'reach', channel])

# A channel leads once a day, by its first touch.
by_day = {}
for household, at, channel in touches:
    key = (household, at[:10], channel)
    by_day[key] = min(by_day.get(key, at), at)
steps = defaultdict(list)
for (household, _, channel), at in by_day.items():
    steps[household].append((instant(at), channel))
for way in steps.values():
    way.sort()


def compact(path):
    return [c for i, c in enumerate(path) if i + 1 == len(path) or path[i + 1] != c]


orders = defaultdict(list)
for basket, (household, at, cents) in baskets.items():
    if first <= at[:10] < end and cents > 0:
        orders[household].append((instant(at), basket, cents))

ways = []  # path, bought, cents, left
natural = [0, 0]
for household, own in orders.items():
    before = datetime.min
    for at, _, cents in sorted(own):
        path = compact([c for t, c in steps[household] if before < t <= at and t >= at - window][-MAX:])
        if path:
            ways.append((path, 1, cents, 0))
        else:
            natural[0] += 1
            natural[1] += cents
        before = at
for household, own in steps.items():
    seen = [c for t, c in own if first <= t.isoformat()[:10] < end]
    if household not in orders and seen:
        ways.append((compact(seen[-MAX:]), 0, 0, 1))

channels = sorted({c for path, *_ in ways for c in path})
last = {c: [0, 0] for c in channels}
linear = {c: [0.0, 0.0] for c in channels}
position = {c: [0.0, 0.0] for c in channels}


def position_weights(n):
    if n == 1:
        return [1.0]
    if n == 2:
        return [0.5, 0.5]
    return [0.4] + [0.2 / (n - 2)] * (n - 2) + [0.4]


for path, bought, cents, _ in ways:
    if not bought:
        continue
    last[path[-1]][0] += 1
    last[path[-1]][1] += cents
    for channel, weight in zip(path, position_weights(len(path))):
        linear[channel][0] += 1 / len(path)
        linear[channel][1] += cents / len(path)
        position[channel][0] += weight
        position[channel][1] += weight * cents

led = sum(w[1] for w in ways)
paid = sum(w[2] for w in ways)


def chain(weigh):
    step = defaultdict(lambda: defaultdict(float))
    for way in ways:
        bought, left = weigh(way)
        states = ['start'] + way[0]
        for a, b in zip(states, states[1:]):
            step[a][b] += bought + left
        step[states[-1]]['buy'] += bought
        step[states[-1]]['none'] += left
    return {a: {b: n / sum(to.values()) for b, n in to.items()} for a, to in step.items()}


def chance(step, open_channels):
    at, bought = {'start': 1.0}, 0.0
    while sum(at.values()) > 1e-15:
        after = defaultdict(float)
        for a, p in at.items():
            for b, share in step[a].items():
                if b == 'buy':
                    bought += p * share
                elif b in open_channels:
                    after[b] += p * share
        at = after
    return bought


def learn(weigh):
    step = chain(weigh)
    worth = {}
    for n in range(len(channels) + 1):
        for some in itertools.combinations(channels, n):
            worth[frozenset(some)] = chance(step, set(some))
    everything = worth[frozenset(channels)]
    removal = {c: 1 - worth[frozenset(channels) - {c}] / everything for c in channels}
    shapley = {c: 0.0 for c in channels}
    opened = list(itertools.permutations(channels))
    for order in opened:
        there = frozenset()
        for c in order:
            shapley[c] += (worth[there | {c}] - worth[there]) / len(opened)
            there = there | {c}
    return everything, removal, shapley


mean = paid / led
chance_people, removal_people, shapley_people = learn(lambda w: (w[1], w[3]))
_, removal_money, shapley_money = learn(lambda w: (w[2] / mean, w[3]))


def shared(people, money):
    return {c: [led * people[c] / sum(people.values()), paid * money[c] / sum(money.values())] for c in channels}


print(json.dumps({
    'channels': channels,
    'orders': led + natural[0],
    'paid': paid + natural[1],
    'natural': natural,
    'left': sum(w[3] for w in ways),
    'ways': len({tuple(w[0]) for w in ways}),
    'chance': chance_people,
    'removal': removal_people,
    'models': {
        'last': last, 'linear': linear, 'position': position,
        'markov': shared(removal_people, removal_money), 'shapley': shared(shapley_people, shapley_money),
    },
}))
