#!/usr/bin/env python3
"""Makes words.txt and irregular.txt from WordNet and SCOWL.

    apt-get download wordnet-base wordnet-sense-index scowl    # into an empty folder; then, for each of them,
    dpkg -x PACKAGE.deb in                                     # nothing is installed
    python3 make.py in

WordNet says which classes a word has and what its senses are about; how often each sense was met in its
tagged texts says which is usual. SCOWL says which words people know. closed.txt, written by hand, overrules both.
Same input, same output.
"""

import re
import sys
from collections import Counter, defaultdict
from itertools import groupby
from os.path import commonprefix
from pathlib import Path

HERE = Path(__file__).parent
ROOT = Path(sys.argv[1])
WORDNET = ROOT / "usr/share/wordnet"
SCOWL = ROOT / "usr/share/dict/scowl"

CLASS = {"n": "n", "v": "v", "a": "a", "s": "a", "r": "r"}
FILE = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
# The letters of words.txt, by number of the file that WordNet keeps a sense in (its lexnames).
NOUN_FLAG = {
    4: "E", 11: "E", 5: "N", 10: "C", 14: "G", 15: "L", 18: "P", 28: "T",
    6: "A", 13: "A", 20: "A", 27: "A", 21: "A",
}
TIME = 28
VERB_FLAG = {32: "S"}
# Above these every sense is a place to be in or at, whatever file it is kept in.
PLACES = ["building", "facility", "housing", "geological_formation", "body_of_water", "land", "way", "area", "tract",
          "establishment"]
PLACE_SENSES = {"building": 1, "facility": 1, "housing": 1, "geological_formation": 1, "body_of_water": 1, "land": 4,
                "way": 6, "area": 5, "tract": 1, "establishment": 4}
# A kind of sense counts when this share of the tagged uses has it, or when the first sense does. Persons, groups and
# places count sooner: that `village` can be a group of people makes it no less a place.
SHARE = defaultdict(lambda: 0.3, P=0.2, G=0.15, L=0.12, S=0.1)
VOWELS = "aeiou"


def read_wordnet():
    """lemma → class → [(tag count, file number, is a place)], senses in their order; of those with a capital only
    months, weekdays and feasts."""
    synsets, hyponyms = {}, defaultdict(list)
    for pos, name in FILE.items():
        for line in open(WORDNET / f"data.{name}", encoding="latin-1"):
            if line.startswith(" "):
                continue
            parts = line.split("|")[0].split()
            offset, lexfile, count = parts[0], int(parts[1]), int(parts[3], 16)
            words = [re.sub(r"\(.*\)", "", parts[4 + 2 * i]) for i in range(count)]
            at = 4 + 2 * count
            pointers = int(parts[at])
            for i in range(pointers):
                symbol, target, target_pos, _ = parts[at + 1 + 4 * i: at + 5 + 4 * i]
                if symbol == "@" and pos == "n":
                    hyponyms[target].append(offset)
            synsets[pos, offset] = (lexfile, words)
    senses, sense_offset = defaultdict(lambda: defaultdict(list)), {}
    rows = []
    for line in open(WORDNET / "index.sense", encoding="latin-1"):
        key, offset, number, tags = line.split()
        lemma, rest = key.split("%")
        pos = "nvars"[int(rest[0]) - 1].replace("s", "a")
        rows.append((lemma, pos, int(number), int(tags), offset))
        sense_offset[lemma, pos, int(number)] = offset
    places = set()
    todo = [sense_offset[word, "n", PLACE_SENSES[word]] for word in PLACES]
    while todo:
        offset = todo.pop()
        if offset not in places:
            places.add(offset)
            todo.extend(hyponyms[offset])
    for lemma, pos, number, tags, offset in sorted(rows):
        lexfile, words = synsets[pos, offset]
        if re.fullmatch(r"[a-z]+(-[a-z]+)?", lemma) and (lemma in words or lexfile == TIME):
            senses[lemma][pos].append((tags, lexfile, pos == "n" and offset in places))
    return senses


def read_scowl():
    """word → level, the lowest first: 10 is what everybody knows, 70 what a large dictionary has."""
    level = {}
    for number in (10, 20, 35, 40, 50, 55, 60, 70):
        for kind in ("english-words", "american-words", "british-words"):
            path = SCOWL / f"{kind}.{number}"
            for line in open(path, encoding="latin-1") if path.exists() else ():
                level.setdefault(line.strip(), number)
    return level


def flags(by_class):
    """The letters of what a word's usual senses are about."""
    found = set()
    for pos, table in (("n", NOUN_FLAG), ("v", VERB_FLAG)):
        senses = by_class.get(pos, [])
        total = sum(tags for tags, _, _ in senses)
        weight = defaultdict(int)
        for at, (tags, lexfile, is_place) in enumerate(senses):
            letter = "L" if is_place else table.get(lexfile)
            if letter:
                weight[letter] += tags
                if at == 0:
                    found.add(letter)
        found |= {letter for letter, tags in weight.items() if total and tags / total >= SHARE[letter]}
    return "".join(sorted(found))


def is_short(stem):
    """Whether a stem ends so that its last letter doubles (`hop`), unless it has lost an e (`hope`)."""
    return (len(stem) >= 3 and stem[-1] not in VOWELS + "wxy" and stem[-2] in VOWELS + "y" and stem[-3] not in VOWELS
            or len(stem) == 2 and stem[0] in VOWELS)


def candidates(form, pos):
    """What a form may be of, in the order in which regular.rs tries it; the two must agree."""
    if pos in "nv" and form.endswith("s") and not form.endswith("ss"):
        if form.endswith("ies") and len(form) > 4:
            yield form[:-3] + "y"
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
    if pos == "n" and form.endswith("men"):
        yield form[:-2] + "an"
    endings = {"v": ("ed", "ing"), "a": ("er", "est"), "r": ("er", "est")}.get(pos, ())
    for ending in endings:
        if not form.endswith(ending):
            continue
        stem = form[: -len(ending)]
        if len(stem) < 2:
            continue
        if ending != "ing" and stem.endswith("i"):
            yield stem[:-1] + "y"
        if is_short(stem):
            yield stem + "e"
            yield stem
        else:
            yield stem
            yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem.endswith("ck"):
            yield stem[:-1]


def closed_words():
    rows = [line.split() for line in open(HERE / "closed.txt") if line.strip() and not line.startswith("#")]
    return {row[0]: row[1].split(",") for row in rows}


def main():
    senses, level, closed = read_wordnet(), read_scowl(), closed_words()
    chosen, total_of = {}, {}
    for lemma, by_class in senses.items():
        totals = {pos: sum(tags for tags, _, _ in list_) for pos, list_ in by_class.items()}
        total = sum(totals.values())
        letters = flags(by_class)
        known = level.get(lemma, 99)
        keep = (total >= 1 and known <= 70 or total >= 3 or known <= LEVEL
                or set(letters) & set("PGS") and known <= 60 or set(letters) & set("ETL") and known <= 50)
        if len(lemma) < 2 or not keep:
            continue
        # A class that turns up once in fifty is a trap rather than a help: `man` is hardly ever a verb.
        kept = {pos for pos in by_class if total < 50 or totals[pos] / total >= 0.02}
        order = sorted(kept, key=lambda pos: (-totals[pos], -len(by_class[pos]), "nvar".index(pos)))
        letters = flags({pos: by_class[pos] for pos in kept})
        chosen[lemma] = ["".join(order), letters]
        total_of[lemma] = totals
    open_class = {"noun": "n", "verb": "v", "adjective": "a", "adverb": "r"}
    for word, kinds in closed.items():
        kept = "".join(open_class[kind] for kind in kinds if kind in open_class)
        chosen.pop(word, None)
        if kept:
            chosen[word] = [kept, flags({pos: senses[word][pos] for pos in kept if pos in senses[word]})]
            total_of[word] = {}

    irregular = set()
    for pos, name in FILE.items():
        for line in open(WORDNET / f"{name}.exc", encoding="latin-1"):
            form, *lemmas = line.split()
            for lemma in lemmas[:1]:
                if not re.fullmatch(r"[a-z]+", form) or form == lemma or lemma not in chosen or pos not in chosen[lemma][0]:
                    continue
                # `men` are men before they are a workforce.
                if pos == "n" and form in chosen and form not in closed and chosen[form][0] == "n":
                    del chosen[form]
                first = next((c for c in candidates(form, pos) if c in chosen and pos in chosen[c][0]), None)
                if first == lemma or level.get(form, 99) > 70:
                    continue
                if form in closed and pos not in "".join(open_class.get(kind, "") for kind in closed[form]):
                    continue
                irregular.add((form, lemma, pos))
                # `saw` is oftener a form of `see` than a tool.
                if pos == "v" and form in chosen and form not in closed:
                    own = sum(total_of[form].values())
                    if sum(total_of[lemma].values()) >= 3 * own and not chosen[form][0].startswith("v"):
                        chosen[form][0] = "v" + chosen[form][0].replace("v", "")
    # `reported` is oftener a form of `report` than an adjective.
    for form, (classes, letters) in list(chosen.items()):
        if form.endswith("ed") and classes.startswith("a") and form not in closed:
            lemma = next((c for c in candidates(form, "v") if c in chosen and "v" in chosen[c][0]), None)
            if lemma and total_of[lemma].get("v", 0) >= 3 * sum(total_of[form].values()):
                chosen[form][0] = "v" + classes
        # `bigger` is a form of `big` and no word of its own.
        if form.endswith(("er", "est")) and classes == "a" and form not in closed:
            lemma = next((c for c in candidates(form, "a") if c in chosen and "a" in chosen[c][0]), None)
            if lemma and total_of[lemma].get("a", 0) >= 3 * max(total_of[form].values(), default=0) > 0:
                del chosen[form]
    write(chosen, irregular)


# Verbs whose past, participle or both are written as their base, which WordNet does not list.
UNCHANGED = {
    "b": "bet bid broadcast burst cast cost cut forecast hit hurt let put quit read rid set shed shut split spread thrust "
         "upset",
    "n": "become come overcome run",
    "d": "beat",
}


def kind_of(form, lemma, pos, forms):
    """Which form an irregular one is: s plural, d past, n participle, b past and participle, g -ing, c, t degrees."""
    if pos == "n":
        return "s"
    if pos in "ar":
        return "t" if form.endswith("st") else "c"
    if form.endswith("ing"):
        return "g"
    if form.endswith("s") and lemma in ("have", "do", "go", "be"):
        return "3"
    # Of two or more past forms, those in -n (or with the vowel of `sung`) are participles.
    others = [other for other in forms if not other.endswith("ing") and not other.endswith("s")]
    if len(others) < 2:
        return "b"
    if re.search(r"(en|wn|rn|ne|un[gk]?|um)$", form) or re.search(r"[^aeiou]u(n|ng|nk|m)$", form):
        return "n"
    return "d" if any(re.search(r"(en|wn|rn|ne|u(n|ng|nk|m))$", other) for other in others) else "b"


def is_derived(word, classes, letters, chosen):
    """Whether derived.rs finds the word's class without a row: `quickly` by `quick`, `firmness` by `firm`."""
    def is_adjective(stem):
        return stem in chosen and "a" in chosen[stem][0]
    if word.endswith("ly") and classes == "r" and not letters:
        stem = word[:-2]
        return is_adjective(stem) or is_adjective(stem + "le") or stem.endswith("i") and is_adjective(stem[:-1] + "y")
    if word.endswith("ness") and classes == "n" and not letters:
        stem = word[:-4]
        return is_adjective(stem) or stem.endswith("i") and is_adjective(stem[:-1] + "y")
    return False


def write(chosen, irregular):
    forms = defaultdict(list)
    for form, lemma, pos in irregular:
        forms[lemma, pos].append(form)
    rows = sorted((word, classes[0] + "".join(sorted(classes[1:])) + letters)
                  for word, (classes, letters) in chosen.items()
                  if (word, classes) in forms or not is_derived(word, classes, letters, chosen))
    number = Counter(code for _, code in rows)
    codes = sorted(number, key=lambda code: (-number[code], code))
    # One printable character a code; the commonest 94 are ASCII.
    sign = {code: chr(33 + at if at < 94 else 161 + at - 94) for at, code in enumerate(codes)}
    with open(HERE / "words.txt", "w") as out:
        out.write(
            "# Words of English. Made by make.py from WordNet 3.0 (classes, senses) and SCOWL (which words are known);\n"
            "# licences in ../LICENSES.txt. First the codes, each with the sign that stands for it: the classes with the\n"
            "# usual one first (n noun, v verb, a adjective, r adverb), and what the usual senses are about, in capitals:\n"
            "# P person, G group, L place, E event or act, C communication, T time, A artefact, food or money, N animal; of\n"
            "# verbs S saying. Then the words, sorted, a line for each pair of first letters:\n"
            "# a capital says how many letters a word shares with the one before it (A none), then come its others. Last, in\n"
            "# lines that begin with ~, a sign for each word.\n")
        out.writelines(f"={sign[code]}{code}\n" for code in codes)
        for _, line in groupby(rows, key=lambda row: row[0][:2]):
            line, before, text = list(line), "", ""
            for word, _ in line:
                shared = len(commonprefix([before, word]))
                text += chr(ord("A") + shared) + word[shared:]
                before = word
            out.write(f"{text}\n")
        # Apart from the words: so both pack best.
        signs = "".join(sign[code] for _, code in rows)
        out.writelines(f"~{signs[at:at + 117]}\n" for at in range(0, len(signs), 117))
    with open(HERE / "irregular.txt", "w") as out:
        out.write(
            "# Irregular forms of the words in words.txt. Made by make.py from WordNet 3.0; licence in ../LICENSES.txt.\n"
            "# A row is a form, its lemma, the class (n v a r) and which form: s plural, 3 third person, d past, n past\n"
            "# participle, b past and participle, g -ing, c comparative, t superlative. Verbs that stay as they are (`put`) come by hand from make.py.\n")
        rows = [f"{form} {lemma} {pos}{kind_of(form, lemma, pos, forms[lemma, pos])}\n" for form, lemma, pos in irregular]
        rows += [f"{word} {word} v{kind}\n" for kind, words in UNCHANGED.items() for word in words.split()]
        out.writelines(sorted(rows))
    print(len(rows), "words,", len(irregular), "irregular forms")


LEVEL = 40
main()
