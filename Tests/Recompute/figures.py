#!/usr/bin/env python3
"""Counts the figures of a period anew, from what `certdesk audit export` wrote and from nothing else.

    figures.py LOG.jsonl 2026      figures.py LOG.jsonl 2026Q3

It prints one JSON object under the keys of `certdesk report year|quarter --json`. It shares no code with the program:
it folds every certificate of the log day by day and looks at it on the first and after the last day of the period.
"""

import collections
import datetime
import json
import re
import sys

IN_FORCE = {"valid", "expired", "lost", "frozen"}
CARDS = {"new": "issued", "renew_exp": "renewed", "renew_dmg": "renewed", "renew_info": "renewed",
         "reissue": "reissued", "change": "changed", "transfer_in": "moved_in"}
FLOWS = ["issued", "renewed", "reissued", "changed", "moved_in", "moved_out", "frozen", "taken_over", "restored",
         "taken_back", "replaced", "spoiled", "unfrozen"]
REASONS = ["death", "no_longer_meets", "voluntary", "fraud", "untransferred", "hk_cancelled", "duplicate", "missing"]

SWEEP = ["files", "undone", "rows", "matched", "to_ask", "not_ours", "bad", "doubtful", "doubtful_accepted",
         "doubtful_rejected", "doubtful_held", "doubtful_open", "accepted", "cancelled", "watched", "changed",
         "already", "refused", "taken_back"]


def days(period):
    year = int(period[:4])
    if len(period) == 4:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    month = 3 * int(period[5]) - 2
    following = datetime.date(year + (month == 10), (month + 2) % 12 + 1, 1)
    return datetime.date(year, month, 1), following - datetime.timedelta(days=1)


def rows_of(ranges):
    """`1-3,7` row by row."""
    for part in filter(None, ranges.split(",")):
        ends = part.split("-")
        yield from range(int(ends[0]), int(ends[-1]) + 1)


def read(path):
    """The service of each case, the events of each certificate in their order, the sweeps, and the events that signed
    corrections have taken back, each with the last day of the period corrected."""
    services, certificates = {}, collections.defaultdict(list)
    sweeps, reports, corrected = {}, {}, {}
    with open(path, encoding="utf-8") as log:
        for line in log:
            event = json.loads(line)
            data = event["data"]
            if event["kind"] == "application" and event["event"] == "open":
                services[data["number"]] = data["service"]
            elif event["kind"] == "certificate":
                certificates[event["subject"]].append(event)
            elif event["kind"] == "sweep":
                sweep = sweeps.setdefault(event["subject"], {"applied": {}, "decided": {}, "doubtful": set()})
                if event["event"] == "import":
                    sweep["imported"] = data
                if event["event"] == "apply":
                    sweep["applied"] = data
                if event["event"] == "submit":
                    sweep["doubtful"] = set(rows_of(data.get("doubtful", "")))
                # What is said of one of several people decides nothing on the row.
                if event["event"] == "decide" and (data["decision"] == "accept" or "target" not in data):
                    sweep["decided"].update((row, data["decision"]) for row in rows_of(data["rows"]))
                sweep["state"] = event["to"]
            elif event["kind"] == "report" and event["event"] == "draw_up":
                reports[event["subject"]] = days(data["number"])[1]
            elif event["kind"] == "report" and event["event"] == "correct":
                last = reports[event["subject"]]
                for seq in filter(None, data.get("events", "").split(",")):
                    corrected[int(seq)] = min(last, corrected.get(int(seq), last))
    for sweep in sweeps.values():
        sweep["taken_back"] = collections.Counter()
    numbered = {sweep["imported"]["number"]: sweep for sweep in sweeps.values()}
    for events in certificates.values():
        for place, event in enumerate(events):
            if event["event"] != "sweep_undone":
                continue
            ground = event["data"]["ground"]
            act = [e for e in events[:place] if e["event"] in ("cancel", "note") and e["data"].get("ground") == ground][-1]
            todo = "watched" if act["data"].get("todo") == "watch_move" else "changed"
            numbered[ground.split(":")[1]]["taken_back"]["cancelled" if act["event"] == "cancel" else todo] += 1
    return services, certificates, sweeps, corrected


def age_band(birth, day):
    if not birth:
        return ""
    born = datetime.date.fromisoformat(birth)
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    bands = [(0, 6), (7, 14), (15, 17), (18, 44), (45, 59), (60, 74)]
    return next((f"{low}-{high}" for low, high in bands if low <= age <= high), "75+")


def village(address):
    found = re.match(r"(?:湖南省)?(?:怀化市)?(?:洪江市)?(.+?[镇乡])(.+?(?:村|社区))?", address or "")
    return (found.group(1), found.group(1) + (found.group(2) or "")) if found else ("", "")


def count(services, certificates, sweeps, corrected, period):
    first, last = days(period)
    flows = collections.Counter({name: 0 for name in FLOWS})
    cancelled = collections.Counter({name: 0 for name in REASONS})
    opening = closing = 0
    divisions = collections.defaultdict(collections.Counter)
    for events in certificates.values():
        before = after = None
        held, card, reason, state, day = {}, None, None, None, datetime.date.min
        counted, counted_on, issued_on = None, datetime.date.min, datetime.date.min
        for event in events:
            own = datetime.date.fromisoformat(event["day"])
            is_correction = corrected.get(event["seq"], own) < own
            day = corrected[event["seq"]] if is_correction else max(day, own)
            move, to, data = event["event"], event["to"], event["data"]
            revived, state = state not in IN_FORCE and to in IN_FORCE, to
            if move == "cancel":
                reason = data["reason"]
            if move == "issue":
                card = CARDS[services[data["application"]]]
            if day < first:
                before = to
            if day <= last:
                after = to
                if event["subject_seq"] == 1 or move == "update":
                    held.update(data)
            if is_correction:
                wrong, counted = (flows, card) if move == "spoil" else counted, None
                if wrong and first <= day <= last:
                    wrong[0][wrong[1]] -= 1
                continue
            ended_on, made_on = counted_on, issued_on
            kinds = {"cancel": (cancelled, reason), "issue": (flows, card), "replace": (flows, "replaced"),
                     "move_out": (flows, "moved_out")}
            if move in kinds:
                counted, counted_on = kinds[move], day
            if move == "issue":
                issued_on = day
            if not first <= day <= last:
                continue
            if move == "cancel":
                cancelled[reason] += 1
            elif move in ("sweep_undone", "replace_undone", "move_out_undo") and ended_on < first:
                # What an earlier period counted is taken back in a line of its own, and out of none.
                flows["taken_back"] += move != "sweep_undone" or revived
            elif move == "sweep_undone" and revived:
                cancelled[reason] -= 1
            elif move == "spoil" and made_on < first:
                flows["spoiled"] += 1
            elif move == "import" and to in IN_FORCE:
                flows["taken_over"] += 1
            elif move == "issue":
                flows[card] += 1
            elif move == "spoil":
                flows[card] -= 1
            elif move in ("replace", "replace_undone"):
                flows["replaced"] += 1 if move == "replace" else -1
            elif move in ("move_out", "move_out_undo"):
                flows["moved_out"] += 1 if move == "move_out" else -1
            elif move == "move_in":
                flows["moved_in"] += 1
            elif move in ("restore", "freeze", "unfreeze"):
                flows[{"restore": "restored", "freeze": "frozen", "unfreeze": "unfrozen"}[move]] += 1
        opening += before in IN_FORCE
        if after in IN_FORCE:
            closing += 1
            state = "expired" if after == "valid" and held.get("valid_to", "9") < last.isoformat() else after
            category, grade = held.get("category", "0"), held.get("grade", "0")
            township, place = village(held.get("address"))
            for name, value in [("by_state", state), ("by_category", category), ("by_grade", grade),
                                ("by_both", f"{category}-{grade}"), ("by_sex", held.get("sex", "")),
                                ("by_age", age_band(held.get("birth"), last)), ("by_township", township),
                                ("by_village", place)]:
                divisions[name][value] += 1
    ins = sum(flows[name] for name in ["issued", "renewed", "reissued", "changed", "moved_in", "taken_over", "restored",
                                       "taken_back"])
    outs = flows["replaced"] + flows["spoiled"] + flows["moved_out"] + sum(cancelled.values())
    quarters = [period] if len(period) > 4 else [f"{period}Q{number}" for number in range(1, 5)]
    return {"period": period, "opening": opening, **flows, "cancelled": cancelled, "closing": closing,
            "balanced": opening + ins - outs == closing, **divisions,
            "sweeps": [sweep_figures(sweeps, quarter) for quarter in quarters]}


def sweep_figures(sweeps, quarter):
    of_quarter = [s for s in sweeps.values() if s["imported"]["quarter"] == quarter and s["state"] != "abandoned"]
    figures = collections.Counter({"files": len(of_quarter), "undone": sum(s["state"] == "undone" for s in of_quarter)})
    for sweep in of_quarter:
        told = lambda code: int(sweep["imported"].get(code, 0))
        classes = {code[6:]: int(count) for code, count in sweep["imported"].items() if code.startswith("class.")}
        bad, not_ours = classes.get("malformed", 0) + classes.get("duplicate", 0), classes.get("none", 0)
        doubtful = told("proposal.review") + told("signs_asked") + told("blocks_asked")
        to_ask = doubtful - classes.get("malformed", 0)
        # What an earlier list of the quarter asks is not asked here.
        repeated = [row for row in rows_of(sweep["imported"].get("repeated_doubtful", "")) if row not in sweep["decided"]]
        doubtful -= len(repeated)
        to_ask -= min(len(repeated), told("repeated_asked"))
        figures += collections.Counter({
            "rows": told("rows"), "bad": bad, "not_ours": not_ours, "to_ask": to_ask, "doubtful": doubtful,
            "matched": sum(classes.values()) - bad - not_ours - to_ask})
        if sweep["state"] not in ("applied", "undone"):
            figures["doubtful_open"] += doubtful
            continue
        for row, decision in sweep["decided"].items():
            figures["accepted"] += decision == "accept"
            if row in sweep["doubtful"]:
                figures[{"accept": "doubtful_accepted", "reject": "doubtful_rejected", "hold": "doubtful_held"}[decision]] += 1
        for name in ["cancelled", "watched", "changed"]:
            figures[name] += int(sweep["applied"].get(name, 0)) - sweep["taken_back"][name]
        figures["taken_back"] += sum(sweep["taken_back"].values())
        for name in ["refused", "already"]:
            figures[name] += len([r for r in sweep["applied"].get(name, "").split(",") if r])
    return {"quarter": quarter, **{name: figures[name] for name in SWEEP}}


if __name__ == "__main__":
    print(json.dumps(count(*read(sys.argv[1]), sys.argv[2]), ensure_ascii=False))
