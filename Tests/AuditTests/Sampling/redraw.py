#!/usr/bin/env python3
"""Draws an audit's sample again, without Fangpin, from the list of all that could be drawn.

    redraw.py RECORD.draw.json POPULATION.csv > cases

Written from the article "Samples that anyone can redraw"; needs nothing but Python's standard library. Prints the numbers of
the drawn cases, a line each, in order.
"""
import csv
import hashlib
import json
import math
import sys
from fractions import Fraction


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def fen(text):
    return round(Fraction(text) * 100)


def code(text):
    """A head's size and first 32 digits, with a space between."""
    words = text.replace("-", " ").split()
    return words[0] + " " + "".join(words[1:])[:32].lower()


def seed_of(record):
    head = code(record["head"])
    later = code(record["seed_head"]) if "seed_head" in record else head
    words = record.get("words", "")
    return sha256(f"fangpin-draw-1\nhead {head}\nseed-head {later}\nwords {words}\n")


def class_limits(payouts, classes):
    ordered, total, limits = sorted(payouts), sum(payouts), []
    reached = parts = 0
    for payout, following in zip(ordered, ordered[1:]):
        reached += payout
        if payout < following and reached * classes // total > parts:
            parts = reached * classes // total
            limits.append(payout)
    return limits


def by_stratum(record, cases, tickets):
    limits = class_limits([case["payout"] for case in cases], record["classes"])
    strata = {}
    for case in cases:
        number = 1 + sum(1 for limit in limits if limit < case["payout"])
        strata.setdefault(f"{case['township'] or '-'}/{number}", []).append(case)
    names = sorted(strata, key=lambda name: name.encode("utf-8"))
    weight = {}
    for name in names:
        payouts = [case["payout"] for case in strata[name]]
        count, total = len(payouts), sum(payouts)
        if record["allocate"] == "money":
            weight[name] = total + 1
        elif record["allocate"] == "cases":
            weight[name] = count
        else:
            weight[name] = math.isqrt(count * sum(p * p for p in payouts) - total * total) + count
    drawn = {name: len(strata[name]) if len(strata[name]) <= 4 else 2 for name in names}
    while sum(drawn.values()) < record["size"]:
        best = None
        for name in names:
            if drawn[name] == len(strata[name]):
                continue
            turn = Fraction(weight[name] ** 2, drawn[name] * (drawn[name] + 1))
            if best is None or turn > best[0]:
                best = (turn, name)
        drawn[best[1]] += 1
    return [
        case["number"]
        for name in names
        for case in sorted(strata[name], key=lambda case: tickets[case["number"]])[: drawn[name]]
    ]


def start(seed, bound):
    counter = 0
    while True:
        number = int(sha256(f"{seed} start {counter}\n")[:16], 16)
        if number < 2**64 - 2**64 % bound:
            return number % bound
        counter += 1


def by_amount(record, cases, tickets, seed):
    points, rest, taken = min(record["size"], len(cases)), cases, []
    while points > 0:
        total = sum(case["payout"] for case in rest)
        certain = [case for case in rest if case["payout"] * points >= total]
        if not certain:
            break
        taken += [case["number"] for case in certain]
        rest = [case for case in rest if case["payout"] * points < total]
        points -= len(certain)
    if points == 0:
        return taken
    total = sum(case["payout"] for case in rest)
    first, end, met = start(seed, total), 0, 0
    for case in sorted(rest, key=lambda case: tickets[case["number"]]):
        end += case["payout"]
        if met < points and (first + met * total) // points < end:
            taken.append(case["number"])
            met += 1
    return taken


def main(record_path, population_path):
    with open(record_path, encoding="utf-8") as file:
        record = json.load(file)
    with open(population_path, encoding="utf-8", newline="") as file:
        cases = [
            {"number": int(row["case"]), "township": row["township"], "payout": fen(row["payout"])}
            for row in csv.DictReader(file)
        ]
    seed = seed_of(record)
    if seed != record["seed"]:
        sys.exit(f"the record says seed {record['seed']}, and it is {seed}")
    tickets = {case["number"]: sha256(f"{seed} {case['number']}\n") for case in cases}
    if record["by"] == "stratum":
        drawn = by_stratum(record, cases, tickets)
    else:
        drawn = by_amount(record, cases, tickets, seed)
    print("\n".join(str(number) for number in sorted(drawn)))


main(*sys.argv[1:])
